#include <unicode/coll.h>

#include "base/bytes.hpp"
#include "text/library_failed.hpp"
#include "text/text.hpp"

namespace sigill::text {

namespace {

using CollatorPointer = std::unique_ptr<icu::Collator>;

CollatorPointer make_collator(icu::Locale const& locale) {
    UErrorCode error = U_ZERO_ERROR;
    CollatorPointer collator{icu::Collator::createInstance(locale, error)};
    if (U_SUCCESS(error)) {
        // "Server 9" before "Server 10".
        collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, error);
    }
    if (U_FAILURE(error)) {
        library_failed(u_errorName(error));
    }
    return collator;
}

// Never changed after they are made, so that threads may share them.
icu::Collator const& collator_of(Language language) {
    static CollatorPointer const swedish = make_collator(icu::Locale{"sv", "SE"});
    static CollatorPointer const english = make_collator(icu::Locale{"en", "GB"});
    return language == Language::swedish ? *swedish : *english;
}

}  // namespace

std::string sort_key_version(Language language) {
    UVersionInfo version;
    collator_of(language).getVersion(version);
    return to_hex(BytesView{version});
}

std::string sort_key(std::string_view text, Language language) {
    auto const& collator = collator_of(language);
    auto const wide =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    Bytes key(text.size() * 2 + 16);
    auto size = collator.getSortKey(wide, key.data(), static_cast<std::int32_t>(key.size()));
    if (static_cast<std::size_t>(size) > key.size()) {
        key.resize(static_cast<std::size_t>(size));
        size = collator.getSortKey(wide, key.data(), size);
    }
    if (size < 1) {
        library_failed("getSortKey");
    }
    key.resize(static_cast<std::size_t>(size) - 1);  // without the zero byte at its end
    return sort_key_version(language) + to_hex(key);
}

}  // namespace sigill::text
