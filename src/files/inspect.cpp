#include "files/inspect.hpp"

#include <array>
#include <optional>
#include <vector>

#include "base/bytes.hpp"
#include "base/failure.hpp"
#include "files/zip_directory.hpp"

namespace sigill::files {

namespace {

constexpr std::size_t head_bytes = 4096;
constexpr std::size_t tail_bytes = 65'535 + 22;  // the longest comment of a ZIP archive
constexpr std::uint64_t most_unpacked_bytes = std::uint64_t{1} << 30;
constexpr std::uint64_t free_unpacked_bytes = 10 << 20;  // a ratio is no matter below this
constexpr std::uint64_t highest_ratio = 100;

constexpr Phrase unknown_type{"file_type", "Files of the kind “{}” are not taken.",
                              "Filer av slaget ”{}” tas inte emot."};
constexpr Phrase mismatch{"file_mismatch", "The content is not what the name “{}” says.",
                          "Innehållet är inte vad namnet ”{}” säger."};
constexpr Phrase program{"file_program", "Programs and scripts are not taken.",
                         "Program och skript tas inte emot."};
constexpr Phrase macros{"file_macros", "Documents with macros are not taken.",
                        "Dokument med makron tas inte emot."};
constexpr Phrase bomb{"file_bomb", "The archive would unpack to far more than its size.",
                      "Arkivet skulle packas upp till mycket mer än sin storlek."};
constexpr Phrase two_things{"file_polyglot", "The file is two kinds of file at once.",
                            "Filen är två slags filer på en gång."};
constexpr Phrase bad_archive{"file_archive",
                             "The archive is damaged, encrypted or of an unusual kind.",
                             "Arkivet är skadat, krypterat eller av ovanligt slag."};

enum class Family { signature, text, zip };

struct Type {
    std::string_view extension;
    Family family;
    std::string_view media_type;
    std::string_view sign;  // first bytes; of zip: an entry that the type has, or its `mimetype`
};

// HTML and SVG are served as bytes without a type, so that no browser shows them.
constexpr std::string_view opaque = "application/octet-stream";
#define OOXML "application/vnd.openxmlformats-officedocument."
#define ODF "application/vnd.oasis.opendocument."
constexpr std::array types{
    Type{"pdf", Family::signature, "application/pdf", "%PDF-"},
    Type{"png", Family::signature, "image/png", "\x89PNG\r\n\x1a\n"},
    Type{"jpg", Family::signature, "image/jpeg", "\xff\xd8\xff"},
    Type{"jpeg", Family::signature, "image/jpeg", "\xff\xd8\xff"},
    Type{"gif", Family::signature, "image/gif", "GIF8"},
    Type{"webp", Family::signature, "image/webp", "RIFF"},
    Type{"txt", Family::text, "text/plain; charset=utf-8", ""},
    Type{"log", Family::text, "text/plain; charset=utf-8", ""},
    Type{"csv", Family::text, "text/csv", ""},
    Type{"md", Family::text, "text/markdown", ""},
    Type{"json", Family::text, "application/json", ""},
    Type{"xml", Family::text, opaque, ""},
    Type{"eml", Family::text, "message/rfc822", ""},
    Type{"svg", Family::text, opaque, ""},
    Type{"html", Family::text, opaque, ""},
    Type{"htm", Family::text, opaque, ""},
    Type{"zip", Family::zip, "application/zip", ""},
    Type{"docx", Family::zip, OOXML "wordprocessingml.document", "word/document.xml"},
    Type{"xlsx", Family::zip, OOXML "spreadsheetml.sheet", "xl/workbook.xml"},
    Type{"pptx", Family::zip, OOXML "presentationml.presentation", "ppt/presentation.xml"},
    Type{"odt", Family::zip, ODF "text", "content.xml"},
    Type{"ods", Family::zip, ODF "spreadsheet", "content.xml"},
    Type{"odp", Family::zip, ODF "presentation", "content.xml"},
};
#undef OOXML
#undef ODF

struct Look {
    std::string head;
    std::string tail;
    bool is_text = true;  // no byte that text does not hold
};

[[noreturn]] void refuse(Phrase const& phrase, std::string_view value = {}) {
    throw Failure{FailureKind::unsupported_type, {{"file", phrase, std::string{value}}}};
}

std::string lower(std::string_view text) {
    std::string made{text};
    for (auto& c : made) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return made;
}

std::string extension_of(std::string_view name) {
    auto const dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string{} : lower(name.substr(dot + 1));
}

bool is_text_byte(std::uint8_t byte) {
    return byte >= 0x20 ? byte != 0x7f
                        : byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

Look look_at(ByteSource& content) {
    Look look;
    Bytes bytes(64 * 1024);
    content.rewind();
    while (auto const got = content.read(bytes)) {
        auto const piece = as_text(BytesView{bytes}.first(got));
        look.head += piece.substr(0, head_bytes - std::min(head_bytes, look.head.size()));
        look.tail += piece;
        if (look.tail.size() > tail_bytes) {
            look.tail.erase(0, look.tail.size() - tail_bytes);
        }
        for (auto const c : piece) {
            look.is_text = look.is_text && is_text_byte(static_cast<std::uint8_t>(c));
        }
    }
    return look;
}

// ELF, PE and DOS, Mach-O of both orders and fat, Java, WebAssembly, #!, also behind a byte order
// mark.
bool is_program(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) {
        head.remove_prefix(3);
    }
    using namespace std::string_view_literals;
    for (auto const sign :
         {"\x7f"
          "ELF"sv,
          "MZ"sv, "\xfe\xed\xfa\xce"sv, "\xfe\xed\xfa\xcf"sv, "\xce\xfa\xed\xfe"sv,
          "\xcf\xfa\xed\xfe"sv, "\xca\xfe\xba\xbe"sv, "\0asm"sv, "#!"sv}) {
        if (head.starts_with(sign)) {
            // A text may begin with the letters MZ; a program has bytes that no text has.
            auto const zero = head.find('\0') != std::string_view::npos;
            if (sign != "MZ" || zero) {
                return true;
            }
        }
    }
    return false;
}

bool runs_when_opened(std::string_view extension) {
    constexpr std::array<std::string_view, 22> known{
        "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js",
        "jse", "wsf", "hta", "jar", "lnk", "sh",  "app", "cpl", "pif", "reg", "iso"};
    return std::ranges::find(known, extension) != known.end();
}

void check_entries(std::vector<ZipEntry> const& entries) {
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    for (auto const& entry : entries) {
        auto const name = lower(entry.name);
        if (name.find("vbaproject.bin") != std::string::npos ||
            name.find("macrosheets/") != std::string::npos || name.starts_with("basic/") ||
            name.starts_with("scripts/") || name.find("/activex/") != std::string::npos) {
            refuse(macros);
        }
        if (runs_when_opened(extension_of(name))) {
            refuse(program);
        }
        if (entry.is_encrypted) {
            refuse(bad_archive);
        }
        packed += entry.packed;
        unpacked += entry.unpacked;
    }
    if (unpacked > most_unpacked_bytes ||
        (unpacked > free_unpacked_bytes && unpacked / highest_ratio > packed)) {
        refuse(bomb);
    }
}

// OpenDocument says its type first, unpacked (OpenDocument 1.3, part 2, section 3.3).
bool says_mimetype(std::string_view head, std::string_view media_type) {
    return head.size() > 38 && head.substr(30).starts_with("mimetype" + std::string{media_type});
}

void check_zip(std::string_view name, Type const& type, ByteSource& content, Look const& look) {
    if (!look.head.starts_with("PK\3\4")) {
        refuse(mismatch, name);
    }
    auto const entries = read_zip_directory(content, look.tail);
    if (!entries) {
        refuse(bad_archive);
    }
    check_entries(*entries);
    auto const has = [&](std::string_view wanted) {
        return std::ranges::find(*entries, wanted, &ZipEntry::name) != entries->end();
    };
    auto const is_open_document = type.sign == "content.xml";
    if ((!type.sign.empty() && !has(type.sign)) ||
        (is_open_document && !says_mimetype(look.head, type.media_type))) {
        refuse(mismatch, name);
    }
}

}  // namespace

std::string inspect(std::string_view name, ByteSource& content) {
    auto const extension = extension_of(name);
    auto const look = look_at(content);
    if (is_program(look.head) || runs_when_opened(extension)) {
        refuse(program);
    }
    if (extension == "docm" || extension == "xlsm" || extension == "pptm") {
        refuse(macros);
    }
    auto const type = std::ranges::find(types, extension, &Type::extension);
    if (type == types.end()) {
        refuse(unknown_type, extension);
    }
    switch (type->family) {
    case Family::signature:
        if (!look.head.starts_with(type->sign) ||
            (extension == "webp" && look.head.substr(8, 4) != "WEBP")) {
            refuse(mismatch, name);
        }
        // An archive behind a picture is read from its end by whoever unpacks it.
        if (look.tail.find("PK\5\6") != std::string::npos) {
            refuse(two_things);
        }
        break;
    case Family::text:
        if (!look.is_text || look.head.starts_with("%PDF-")) {
            refuse(mismatch, name);
        }
        break;
    case Family::zip: check_zip(name, *type, content, look); break;
    }
    content.rewind();
    return std::string{type->media_type};
}

}  // namespace sigill::files
