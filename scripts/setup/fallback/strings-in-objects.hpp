// better-sqlite3 keeps persistent references to strings, which Node-API allows from version 10 on. Held
// inside an object they work with version 9, the one of the fallback runtime; the sources stay unchanged.
#pragma once
#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;

  static Reference New(const String& s, uint32_t = 1) {
    Reference r;
    Object box = Object::New(s.Env());
    box.Set("s", s);
    r.box_ = ObjectReference::New(box, 1);
    return r;
  }

  String Value() const { return box_.Value().Get("s").As<String>(); }

 private:
  ObjectReference box_;
};

}  // namespace Napi
