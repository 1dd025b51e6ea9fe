#!/usr/bin/env python3
"""Drafts a slice with one plain register: definition, wiring, a test. A person does the rest."""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The style lint refuses this text, so that no register is committed without its Swedish.
NO_SWEDISH = "svenska saknas"

HEADER = """#pragma once
// {Plural}: say in a sentence what they are and who works with them.

#include <array>

#include "entity/engine.hpp"

namespace sigill::{folder} {{

inline constexpr auto description =
    entity::long_text({{.key = "description", .label = {{"Description", "Beskrivning"}}}});

inline constexpr std::array<entity::Field const*, 1> fields{{&description}};
inline constexpr std::array<entity::State, 1> states{{{{{{"active", {{"Active", "Aktiv"}}}}}}}};

inline constexpr entity::Definition definition{{
    .name = "{name}",
    .path = "{path}",
    .table = "{folder}",
    .ref_prefix = "{prefix}",
    .area = "{area}",
    .label = {{"{Singular}", "{sv}"}},
    .label_plural = {{"{Plural}", "{sv_plural}"}},
    .help = {{"{Plural} of the organisation.", "{sv_help}"}},
    .title_label = {{"Name", "Namn"}},
    .fields = fields,
    .states = states,
    .initial_state = "active",
}};

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}}  // namespace sigill::{folder}
"""

SOURCE = """#include "slices/{folder}/{folder}.hpp"

namespace sigill::{folder} {{

void register_slice(entity::Catalogue& catalogue, entity::Engine const&) {{
    catalogue.add(definition);
}}

}}  // namespace sigill::{folder}
"""

TEST = """#include "slices/{folder}/{folder}.hpp"

#include "slices/test_slices.hpp"

namespace sigill::{folder} {{

namespace {{

class {Class} : public slices::SliceTest {{}};

TEST_F({Class}, a_description_is_kept_as_it_was_written) {{
    entity::Draft draft;
    draft.title("Åkeri & Söner");
    draft.set(description, "Kör *allt*.");
    auto const made = create({{}}, definition, draft);
    EXPECT_EQ(again(made)[description], "Kör *allt*.");
}}

}}  // namespace

}}  // namespace sigill::{folder}
"""

CMAKE = "sigill_library(slice_{folder} DEPENDS base json db access tenant entity TEST_DEPENDS slices crypto)\n"


def plural(name: str) -> str:
    if name.endswith(("s", "x", "ch", "sh")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + "s"


def words(arguments: argparse.Namespace) -> dict[str, str]:
    name = arguments.name
    folder = arguments.plural or plural(name)
    sv_plural = arguments.sv_plural or NO_SWEDISH
    return {
        "name": name,
        "folder": folder,
        "path": folder.replace("_", "-"),
        "prefix": arguments.prefix or name.replace("_", "")[:4].upper(),
        "area": arguments.area,
        "Singular": name.replace("_", " ").capitalize(),
        "Plural": folder.replace("_", " ").capitalize(),
        "Class": "".join(part.capitalize() for part in folder.split("_")),
        "sv": arguments.sv or NO_SWEDISH,
        "sv_plural": sv_plural,
        "sv_help": f"Organisationens {sv_plural.lower()}." if arguments.sv_plural else NO_SWEDISH,
    }


def insert_once(text: str, pattern: str, addition: str, where: str) -> str:
    """Puts `addition` after the last match of `pattern`, or fails with the place."""
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    if not matches:
        raise SystemExit(f"new register: no place found in {where}; add by hand: {addition.strip()}")
    at = matches[-1].end()
    return text[:at] + addition + text[at:]


def with_lists(root: pathlib.Path, folder: str) -> dict[pathlib.Path, str]:
    """The files that list all slices, with this one in them."""
    listed = root / "src/slices/CMakeLists.txt"
    text = listed.read_text(encoding="utf-8")
    text = insert_once(text, r"foreach\(SLICE [^)]*", f" {folder}", listed.name)
    text = insert_once(text, r"\bslice_\w+", f" slice_{folder}", listed.name)
    changed = {listed: text}

    source = root / "src/slices/slices.cpp"
    text = source.read_text(encoding="utf-8")
    header = f'#include "slices/{folder}/{folder}.hpp"'
    headers = re.findall(r'^#include "slices/\w+/\w+\.hpp"$', text, re.MULTILINE)
    block = "\n".join(sorted([*headers, header]))
    text = text.replace("\n".join(headers), block)
    text = insert_once(text, r"^    \w+::register_slice\(catalogue, engine\);", f"\n    {folder}::register_slice(catalogue, engine);", source.name)
    text = insert_once(text, r"^    router\.crud\([\w:]+\);", f"\n    router.crud({folder}::definition);", source.name)
    return changed | {source: text}


def make(root: pathlib.Path, arguments: argparse.Namespace) -> list[str]:
    chosen = words(arguments)
    folder = root / "src/slices" / chosen["folder"]
    if folder.exists():
        raise SystemExit(f"new register: {folder.relative_to(root)} is there already")
    lists = with_lists(root, chosen["folder"])
    folder.mkdir(parents=True)
    files = {
        f"{chosen['folder']}.hpp": HEADER,
        f"{chosen['folder']}.cpp": SOURCE,
        f"{chosen['folder']}_test.cpp": TEST,
        "CMakeLists.txt": CMAKE,
    }
    for name, template in files.items():
        (folder / name).write_text(template.format(**chosen), encoding="utf-8")
    for path, text in lists.items():
        path.write_text(text, encoding="utf-8")
    made = [str((folder / name).relative_to(root)) for name in files]
    return made + [f"{path.relative_to(root)} (changed)" for path in lists]


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="./dev new register", description=__doc__)
    result.add_argument("name", help="in the singular, English, snake_case: supplier")
    result.add_argument("--plural", help="where it is irregular")
    result.add_argument("--prefix", help="of references, as SUPP in SUPP-12")
    result.add_argument("--area", default="governance", help="navigation area of the page")
    result.add_argument("--sv", help="the Swedish word: Leverantör")
    result.add_argument("--sv-plural", help="and its plural: Leverantörer")
    result.add_argument("--root", type=pathlib.Path, default=ROOT, help=argparse.SUPPRESS)
    return result


def main() -> int:
    arguments = parser().parse_args()
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", arguments.name):
        print("new register: a name is English, singular, snake_case", file=sys.stderr)
        return 2
    made = make(arguments.root, arguments)
    print("\n".join(made))
    path = words(arguments)["path"]
    print(f"\nNext: fields, help and labels in both languages; then `./dev schema draft {path}`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
