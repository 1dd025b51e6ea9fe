#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "http/message.hpp"
#include "witness/witness.hpp"

namespace sigill::witness {

// POST /add-checkpoint; everything else is not there. Waits for the disk.
[[nodiscard]] http::Response respond(Witness& witness, http::Request const& request);

struct ServeOptions {
    std::string directory;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::vector<std::string> logs;  // verifier keys
};
// Until SIGTERM or SIGINT. `say` gets a line with the address and one with the verifier key.
void serve(ServeOptions const& options, std::function<void(std::string const&)> const& say);

}  // namespace sigill::witness
