#pragma once

#include "app/example/content.hpp"
#include "app/services.hpp"

namespace sigill::app::example {

// Writes the content through the engine, as everything is written: with its rules, workflows and
// ledger entries. One transaction.
void load(entity::Engine const& engine, tenant::Transaction& tx, Content const& content);

}  // namespace sigill::app::example
