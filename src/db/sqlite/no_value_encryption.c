/* SQLite3 Multiple Ciphers 2.4.0 calls this even where none of the ciphers of its value level
   encryption is built in. We build AEGIS alone and use no SQL function of it. */
#include <sqlite3.h>

struct sqlite3_api_routines;

int sqlite3_vle_init(sqlite3 *handle, char **message, const struct sqlite3_api_routines *api) {
    (void)handle;
    (void)message;
    (void)api;
    return SQLITE_OK;
}
