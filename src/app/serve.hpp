#pragma once

#include "app/commands.hpp"

namespace sigill::app {

// Serves until SIGTERM or SIGINT, then lets what is under way finish.
int serve(Config const& config, Output const& output);

}  // namespace sigill::app
