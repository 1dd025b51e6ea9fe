#include "files/zip_directory.hpp"

#include "base/bytes.hpp"

namespace sigill::files {

namespace {

constexpr std::size_t end_bytes = 22;
constexpr std::size_t entry_bytes = 46;
constexpr std::uint64_t most_directory_bytes = 4 << 20;
constexpr std::uint64_t most_entries = 10'000;
constexpr std::string_view end_mark{"PK\5\6", 4};
constexpr std::string_view entry_mark{"PK\1\2", 4};

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value |= std::uint64_t{static_cast<std::uint8_t>(bytes[at + i])} << (8 * i);
    }
    return value;
}

struct Span {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t entries = 0;
};

// The record at the very end, with a comment that fills the rest of the file.
std::optional<Span> find_end(std::string_view tail, std::uint64_t file_size) {
    for (auto at = tail.rfind(end_mark); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : tail.rfind(end_mark, at - 1)) {
        if (tail.size() - at < end_bytes ||
            number(tail, at + 20, 2) != tail.size() - at - end_bytes) {
            continue;
        }
        Span const span{number(tail, at + 16, 4), number(tail, at + 12, 4),
                        number(tail, at + 10, 2)};
        auto const is_exact = span.offset + span.size + (tail.size() - at) == file_size;
        auto const is_whole = number(tail, at + 4, 4) == 0;  // not split over disks
        return is_exact && is_whole && span.size <= most_directory_bytes &&
                       span.entries <= most_entries
                   ? std::optional{span}
                   : std::nullopt;
    }
    return std::nullopt;
}

bool skip(ByteSource& content, std::uint64_t count) {
    Bytes scratch(64 * 1024);
    content.rewind();
    while (count > 0) {
        auto const got =
            content.read(std::span{scratch}.first(std::min<std::uint64_t>(count, scratch.size())));
        if (got == 0) {
            return false;
        }
        count -= got;
    }
    return true;
}

}  // namespace

std::optional<std::vector<ZipEntry>> read_zip_directory(ByteSource& content,
                                                        std::string_view tail) {
    auto const span = find_end(tail, content.size());
    if (!span || !skip(content, span->offset)) {
        return std::nullopt;
    }
    Bytes held(span->size);
    for (std::size_t at = 0; at < held.size();) {
        auto const got = content.read(std::span{held}.subspan(at));
        if (got == 0) {
            return std::nullopt;
        }
        at += got;
    }
    std::string_view rest = as_text(held);
    std::vector<ZipEntry> entries;
    while (!rest.empty()) {
        if (rest.size() < entry_bytes || !rest.starts_with(entry_mark)) {
            return std::nullopt;
        }
        auto const name_bytes = number(rest, 28, 2);
        auto const all = entry_bytes + name_bytes + number(rest, 30, 2) + number(rest, 32, 2);
        ZipEntry entry{std::string{rest.substr(entry_bytes, name_bytes)}, number(rest, 20, 4),
                       number(rest, 24, 4), (number(rest, 8, 2) & 1) != 0};
        if (rest.size() < all || entry.packed == 0xffffffff || entry.unpacked == 0xffffffff) {
            return std::nullopt;
        }
        entries.push_back(std::move(entry));
        rest.remove_prefix(all);
    }
    return entries.size() == span->entries ? std::optional{std::move(entries)} : std::nullopt;
}

}  // namespace sigill::files
