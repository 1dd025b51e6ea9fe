#pragma once
// The central directory of a ZIP archive (APPNOTE 6.3, sections 4.3.12 and 4.3.16), bounded.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"

namespace sigill::files {

struct ZipEntry {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    bool is_encrypted = false;
};

// Nothing where the directory does not end the file exactly, is larger than 4 MiB, lists more than
// 10,000 entries or uses ZIP64 (no file that is taken here needs it). `tail`: the last bytes.
[[nodiscard]] std::optional<std::vector<ZipEntry>> read_zip_directory(ByteSource& content,
                                                                      std::string_view tail);

}  // namespace sigill::files
