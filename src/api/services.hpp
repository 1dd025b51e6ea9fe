#pragma once
// What handlers reach beyond the engine and their transaction. Made once by the program; a handler
// finds it in its request.

namespace sigill::files {
class Store;
}
namespace sigill::tenant {
class Witnesses;
}

namespace sigill::api {

struct Services {
    files::Store* files = nullptr;           // contents of attachments
    tenant::Witnesses* witnesses = nullptr;  // who cosigns the logs; null: nobody
};

}  // namespace sigill::api
