// ThreadSanitizer does not see the reference count of std::exception_ptr, which libstdc++ keeps in
// its own, uninstrumented library: every exception handed to another thread looks like a race.
#ifdef __SANITIZE_THREAD__
extern "C" char const* __tsan_default_suppressions();
extern "C" char const* __tsan_default_suppressions() {
    return "race:std::__exception_ptr::exception_ptr::_M_release\n"
           "race:std::rethrow_exception\n";
}
#endif
