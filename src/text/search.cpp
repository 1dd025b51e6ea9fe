#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>

#include "text/library_failed.hpp"
#include "text/text.hpp"

namespace sigill::text {

namespace {

struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Not for use by two threads at once.
class Stemmer {
public:
    explicit Stemmer(char const* language) : stemmer_(sb_stemmer_new(language, "UTF_8")) {
        if (!stemmer_) {
            library_failed(language);
        }
    }
    [[nodiscard]] std::string stem(std::string const& word) const {
        auto const* const stem =
            sb_stemmer_stem(stemmer_.get(), reinterpret_cast<sb_symbol const*>(word.data()),
                            static_cast<int>(word.size()));
        if (stem == nullptr) {
            library_failed("sb_stemmer_stem");
        }
        return {reinterpret_cast<char const*>(stem),
                static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
    }

private:
    std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
};

icu::UnicodeString folded(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    auto const* const folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
    icu::UnicodeString out;
    if (U_SUCCESS(error)) {
        auto const wide =
            icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
        folding->normalize(wide, out, error);
    }
    if (U_FAILURE(error)) {
        library_failed(u_errorName(error));
    }
    return out;
}

// Splits and stems; costly to make, so that each thread keeps one.
class Splitter {
public:
    Splitter() {
        UErrorCode error = U_ZERO_ERROR;
        breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
        if (U_FAILURE(error)) {
            library_failed(u_errorName(error));
        }
    }

    // Calls `each` with every word until it returns false.
    template <typename Each>
    void words(std::string_view text, Each const& each) {
        auto const wide = folded(text);
        breaks_->setText(wide);
        auto begin = breaks_->first();
        for (auto end = breaks_->next(); end != icu::BreakIterator::DONE;
             begin = end, end = breaks_->next()) {
            // Spaces and punctuation between words have a status below this.
            if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) {
                continue;
            }
            std::string word;
            wide.tempSubStringBetween(begin, end).toUTF8String(word);
            if (!each(std::move(word))) {
                return;
            }
        }
    }

    // The word and its stems, each once.
    [[nodiscard]] std::vector<std::string> forms(std::string word) const {
        std::vector<std::string> forms;
        auto const add = [&](std::string form) {
            if (!form.empty() && std::ranges::find(forms, form) == forms.end()) {
                forms.push_back(std::move(form));
            }
        };
        auto swedish = swedish_.stem(word);
        auto english = english_.stem(word);
        add(std::move(word));
        add(std::move(swedish));
        add(std::move(english));
        return forms;
    }

private:
    std::unique_ptr<icu::BreakIterator> breaks_;
    Stemmer swedish_{"swedish"};
    Stemmer english_{"english"};
};

Splitter& splitter() {
    thread_local Splitter splitter;
    return splitter;
}

}  // namespace

std::string search_tokens(std::string_view text) {
    auto& split = splitter();
    std::string out;
    split.words(text, [&](std::string word) {
        for (auto const& form : split.forms(std::move(word))) {
            out += out.empty() ? "" : " ";
            out += form;
        }
        return true;
    });
    return out;
}

std::vector<std::vector<std::string>> query_tokens(std::string_view text) {
    auto& split = splitter();
    std::vector<std::vector<std::string>> groups;
    split.words(text, [&](std::string word) {
        groups.push_back(split.forms(std::move(word)));
        return groups.size() < query_word_limit;
    });
    if (!groups.empty()) {
        groups.back().push_back(groups.back().front() + "*");
    }
    return groups;
}

}  // namespace sigill::text
