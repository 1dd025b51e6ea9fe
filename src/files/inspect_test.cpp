#include "files/inspect.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"

namespace sigill::files {

namespace {

using namespace std::string_literals;

std::string little(std::uint64_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(value >> (8 * i));
    }
    return bytes;
}

struct Packed {
    std::string name;
    std::string content = "x";
    std::uint64_t said_to_unpack_to = 1;
    int flags = 0;
};

// A ZIP archive of stored entries, whose directory may lie about sizes.
std::string zip(std::vector<Packed> const& entries) {
    std::string body;
    std::string directory;
    for (auto const& entry : entries) {
        auto const offset = body.size();
        auto const sizes = little(entry.content.size(), 4) + little(entry.said_to_unpack_to, 4);
        auto const common = little(20, 2) + little(static_cast<std::uint64_t>(entry.flags), 2) +
                            little(0, 2) + little(0, 4) + little(0, 4) + sizes +
                            little(entry.name.size(), 2) + little(0, 2);
        body += "PK\3\4" + common + entry.name + entry.content;
        directory += "PK\1\2" + little(20, 2) + common + little(0, 2) + little(0, 2) +
                     little(0, 2) + little(0, 4) + little(offset, 4) + entry.name;
    }
    return body + directory + "PK\5\6" + little(0, 4) + little(entries.size(), 2) +
           little(entries.size(), 2) + little(directory.size(), 4) + little(body.size(), 4) +
           little(0, 2);
}

// The media type, or the code of the refusal.
std::string verdict(std::string const& name, std::string const& content) {
    MemorySource source{content};
    try {
        return inspect(name, source);
    } catch (Failure const& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::unsupported_type);
        return std::string{failure.problems().at(0).phrase.code};
    }
}

auto const png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s;
auto const docx = zip({{"[Content_Types].xml"}, {"word/document.xml"}});
auto const odt_type = "application/vnd.oasis.opendocument.text"s;

struct Case {
    std::string name, content, expected;
};

TEST(Inspect, takes_what_name_and_content_agree_on) {
    for (auto const& [name, content, expected] : std::vector<Case>{
             {"a.pdf", "%PDF-1.7\n", "application/pdf"},
             {"A.PDF", "%PDF-1.7\n", "application/pdf"},
             {"a.png", png, "image/png"},
             {"a.jpg", "\xff\xd8\xff\xe0", "image/jpeg"},
             {"a.gif", "GIF89a", "image/gif"},
             {"a.webp", "RIFF\1\2\3\4WEBPVP8 ", "image/webp"},
             {"a.txt", "Tjänsten är nere.\n", "text/plain; charset=utf-8"},
             {"a.txt", "", "text/plain; charset=utf-8"},
             {"a.txt", "MZ is a name", "text/plain; charset=utf-8"},
             {"latin.csv", "namn;v\xe4rde\r\n", "text/csv"},
             {"a.md", "# Title", "text/markdown"},
             {"a.json", "{}", "application/json"},
             {"a.eml", "From: a@example.se\r\n\r\nHi", "message/rfc822"},
             {"a.html", "<script>alert(1)</script>", "application/octet-stream"},
             {"a.svg", "<svg/>", "application/octet-stream"},
             {"a.zip", zip({{"a.txt"}}), "application/zip"},
             {"a.docx", docx,
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
             {"a.odt", zip({{"mimetype", odt_type, odt_type.size()}, {"content.xml"}}), odt_type},
         }) {
        EXPECT_EQ(verdict(name, content), expected) << name;
    }
}

TEST(Inspect, refuses_what_name_and_content_disagree_on) {
    for (auto const& [name, content, expected] : std::vector<Case>{
             {"a.pdf", png, "file_mismatch"},
             {"a.png", "%PDF-1.7", "file_mismatch"},
             {"a.pdf", " %PDF-1.7", "file_mismatch"},
             {"a.txt", png, "file_mismatch"},
             {"a.txt", "%PDF-1.7", "file_mismatch"},
             {"a.csv", "a;\0b"s, "file_mismatch"},
             {"a.docx", zip({{"xl/workbook.xml"}}), "file_mismatch"},
             {"a.odt", zip({{"content.xml"}}), "file_mismatch"},
             {"a.webp", "RIFF\1\2\3\4WAVE", "file_mismatch"},
             {"a.zip", png, "file_mismatch"},
             {"a", "text", "file_type"},
             {"a.xyz", "text", "file_type"},
             {"a.rar", "Rar!", "file_type"},
         }) {
        EXPECT_EQ(verdict(name, content), expected) << name;
    }
}

TEST(Inspect, refuses_programs_macros_bombs_and_polyglots) {
    auto const bomb = zip({{"a.txt", "x", 2'000'000'000}});
    auto const dense = zip({{"a.txt", "x", 50 << 20}});
    for (auto const& [name, content, expected] : std::vector<Case>{
             {"a.txt", "#!/bin/sh\n", "file_program"},
             {"a.txt", "\xef\xbb\xbf#!/bin/sh\n", "file_program"},
             {"a.pdf",
              "\x7f"
              "ELF\2\1\1",
              "file_program"},
             {"a.pdf", "MZ\x90\0\3"s, "file_program"},
             {"a.png", "\xcf\xfa\xed\xfe", "file_program"},
             {"invoice.pdf.exe", "%PDF-1.7", "file_program"},
             {"a.js", "alert(1)", "file_program"},
             {"a.zip", zip({{"setup.EXE"}}), "file_program"},
             {"a.docm", docx, "file_macros"},
             {"a.docx", zip({{"word/document.xml"}, {"word/vbaProject.bin"}}), "file_macros"},
             {"a.xlsx", zip({{"xl/workbook.xml"}, {"xl/macrosheets/sheet1.xml"}}), "file_macros"},
             {"a.zip", bomb, "file_bomb"},
             {"a.zip", dense, "file_bomb"},
             {"a.png", png + zip({{"a.txt"}}), "file_polyglot"},
             {"a.pdf", "%PDF-1.7\n" + zip({{"a.txt"}}), "file_polyglot"},
             {"a.zip", zip({{"a.txt"}}) + "x", "file_archive"},
             {"a.zip", "PK\3\4 and no end", "file_archive"},
             {"a.zip", zip({{"a.txt", "x", 1, 1}}), "file_archive"},
         }) {
        EXPECT_EQ(verdict(name, content), expected) << name << " " << content.size();
    }
}

TEST(Inspect, survives_every_cut_and_every_flipped_byte_of_an_archive) {
    for (std::size_t i = 0; i < docx.size(); ++i) {
        EXPECT_FALSE(verdict("a.docx", docx.substr(0, i)).empty());
        auto flipped = docx;
        flipped[i] = static_cast<char>(~flipped[i]);
        EXPECT_FALSE(verdict("a.docx", flipped).empty());
    }
}

}  // namespace

}  // namespace sigill::files
