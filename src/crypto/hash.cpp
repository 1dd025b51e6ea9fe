#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <new>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "crypto/primitives.hpp"

namespace sigill::crypto {

namespace {

constexpr Phrase broken{"crypto.broken", "The cryptographic library refused: {}.",
                        "Kryptobiblioteket vägrade: {}."};

[[noreturn]] void refuse(std::string what) {
    throw Failure::of(FailureKind::internal, broken, std::move(what));
}

// Fetched once: looking an algorithm up by name costs more than hashing a short text with it.
EVP_MD const* sha256_algorithm() {
    static EVP_MD const* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (algorithm == nullptr) {
        refuse("SHA-256");
    }
    return algorithm;
}

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<EVP_MD_CTX, ContextDeleter>;

EVP_MD_CTX* new_context() {
    auto* const context = EVP_MD_CTX_new();
    if (context == nullptr) {
        throw std::bad_alloc();
    }
    return context;
}

void begin(EVP_MD_CTX* context) {
    if (EVP_DigestInit_ex2(context, sha256_algorithm(), nullptr) != 1) {
        refuse("SHA-256");
    }
}

Digest end(EVP_MD_CTX* context) {
    Digest digest;
    unsigned size = 0;
    if (EVP_DigestFinal_ex(context, digest.data(), &size) != 1 || size != digest.size()) {
        refuse("SHA-256");
    }
    return digest;
}

}  // namespace

Digest sha256(BytesView bytes) {
    // One context per thread: a tree hashes millions of short texts.
    thread_local ContextPointer const context{new_context()};
    begin(context.get());
    if (EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1) {
        refuse("SHA-256");
    }
    return end(context.get());
}

Digest sha256(std::string_view text) {
    return sha256(as_bytes(text));
}

Digest hmac_sha256(BytesView key, BytesView message) {
    static constexpr std::uint8_t nothing = 0;  // OpenSSL takes a null key as "the key before"
    Digest digest;
    unsigned size = 0;
    auto const* const made =
        HMAC(sha256_algorithm(), key.empty() ? &nothing : key.data(), static_cast<int>(key.size()),
             message.data(), message.size(), digest.data(), &size);
    if (made == nullptr || size != digest.size()) {
        refuse("HMAC-SHA-256");
    }
    return digest;
}

Hasher::Hasher() : context_(new_context()) {
    begin(static_cast<EVP_MD_CTX*>(context_));
}

Hasher::~Hasher() {
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_));
}

Hasher& Hasher::add(BytesView bytes) {
    if (EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), bytes.data(), bytes.size()) != 1) {
        refuse("SHA-256");
    }
    return *this;
}

Digest Hasher::finish() {
    auto const digest = end(static_cast<EVP_MD_CTX*>(context_));
    begin(static_cast<EVP_MD_CTX*>(context_));
    return digest;
}

Secret primitives::hkdf_sha256(BytesView key, BytesView salt, BytesView info, std::size_t size) {
    constexpr std::size_t block_bytes = std::tuple_size_v<Digest>;
    if (size > 255 * block_bytes) {
        refuse("HKDF-SHA-256");
    }
    // RFC 5869, section 2.2: without a salt, a string of zeros of the hash's length.
    static constexpr Digest no_salt{};
    auto extracted = hmac_sha256(salt.empty() ? BytesView{no_salt} : salt, key);
    Bytes out;
    out.reserve(size);
    Bytes message;
    Digest block{};
    for (std::uint8_t counter = 1; out.size() < size; ++counter) {
        message.assign(info.begin(), info.end());
        message.push_back(counter);
        if (counter > 1) {
            message.insert(message.begin(), block.begin(), block.end());
        }
        block = hmac_sha256(extracted, message);
        auto const wanted = std::min(block_bytes, size - out.size());
        out.insert(out.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(wanted));
    }
    wipe(extracted.data(), extracted.size());
    wipe(block.data(), block.size());
    wipe(message.data(), message.size());
    return Secret{std::move(out)};
}

Secret derive(BytesView key, std::string_view purpose) {
    return primitives::hkdf_sha256(key, {}, as_bytes(purpose), std::tuple_size_v<Digest>);
}

}  // namespace sigill::crypto
