#pragma once
// The asset that is created, listed and read in all benchmarks.

#include <fmt/format.h>

#include "slices/assets/assets.hpp"

namespace sigill::bench {

inline constexpr std::string_view slug = "bench";
inline constexpr char reader_email[] = "reader@bench.example";
inline constexpr char writer_email[] = "writer@bench.example";

// bench/run sends the same title and description in P3.
inline constexpr std::string_view description =
    "Systemet håller ärenden från ansökan till beslut och gallring. Det sköts av leverantören, "
    "körs i kommunens egen datorhall och nås av handläggare på sex kontor.";

inline std::string title_of(int i) {
    return fmt::format("Verksamhetssystem för ärenden {:07}", i);
}

inline entity::Draft sample_asset(int i) {
    entity::Draft draft;
    draft.title(title_of(i));
    draft.set(assets::kind, std::string{assets::kinds[static_cast<std::size_t>(i) % 8].value});
    draft.set(assets::description, std::string{description});
    draft.set(assets::personal_data, std::string{assets::personal_data_kinds[i % 3].value});
    draft.set(assets::internet_facing, i % 2 == 0);
    return draft;
}

}  // namespace sigill::bench
