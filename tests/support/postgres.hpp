#pragma once

#include <string>
#include <vector>

#include "support/temporary_directory.hpp"

namespace sigill::test_support {

// A PostgreSQL of its own in a temporary directory, on a socket only; stopped and removed at the
// end. Debian's server refuses to run as root, so root starts it as the user postgres.
class Postgres {
public:
    [[nodiscard]] static bool is_here();

    Postgres();
    ~Postgres();
    Postgres(Postgres const&) = delete;
    Postgres& operator=(Postgres const&) = delete;

    // Throws with the server's words when a statement fails.
    void run(std::string const& sql);
    [[nodiscard]] std::vector<std::vector<std::string>> rows(std::string const& sql);

private:
    std::string psql(std::string const& sql);

    TemporaryDirectory directory_;
};

}  // namespace sigill::test_support
