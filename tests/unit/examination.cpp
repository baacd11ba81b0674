// What an attachment must be: images by their structure, PDFs by what is in them.
#include "app/photos/examination.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "app/photos/ascii85.h"

namespace kensan::app {
namespace {

using namespace std::string_literals;

std::string big_endian(std::size_t count, std::uint64_t value) {
  std::string bytes(count, '\0');
  for (std::size_t i = count; i > 0; --i, value >>= 8U) bytes[i - 1] = static_cast<char>(value);
  return bytes;
}

std::string jpeg(std::uint64_t width, std::uint64_t height, const std::string& after = "") {
  return "\xff\xd8\xff\xc0"s + big_endian(2, 11) + "\x08" + big_endian(2, height) +
         big_endian(2, width) + "\x01\x01\x11\0"s + "\xff\xda"s + big_endian(2, 8) +
         "\x01\x01\0\0\x3f\0"s + "scan\xff\0scan\xff\xd0scan"s + "\xff\xd9"s + after;
}

std::string png_chunk(const std::string& type, const std::string& content) {
  return big_endian(4, content.size()) + type + content + "\0\0\0\0"s;
}

std::string png(std::uint64_t width, std::uint64_t height) {
  return "\x89PNG\r\n\x1a\n"s +
         png_chunk("IHDR", big_endian(4, width) + big_endian(4, height) + "\x08\x02\0\0\0"s) +
         png_chunk("IDAT", "pixels") + png_chunk("IEND", "");
}

std::string deflated(const std::string& content) {
  uLongf size = compressBound(content.size());
  std::string bytes(size, '\0');
  REQUIRE(compress(reinterpret_cast<Bytef*>(bytes.data()), &size,
                   reinterpret_cast<const Bytef*>(content.data()), content.size()) == Z_OK);
  bytes.resize(size);
  return bytes;
}

/// As a generator writes it: lines of 60 letters, "~>" at the end.
std::string ascii85(const std::string& content) {
  std::string letters;
  const auto put = [&](char c) {
    letters += c;
    if (letters.size() % 61 == 60) letters += '\n';
  };
  for (std::size_t at = 0; at < content.size(); at += 4) {
    const std::string four = content.substr(at, 4);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 4; ++i)
      group = (group << 8U) | (i < four.size() ? static_cast<unsigned char>(four[i]) : 0U);
    if (group == 0 && four.size() == 4) {
      put('z');
      continue;
    }
    std::string five(5, '!');
    for (std::size_t i = 5; i > 0; --i, group /= 85) five[i - 1] += static_cast<char>(group % 85);
    for (const char c : five.substr(0, four.size() + 1)) put(c);
  }
  return letters + "~>";
}

std::string stream(const std::string& dictionary, const std::string& content) {
  return "<<" + dictionary + ">>\nstream\r\n" + content + "\nendstream";
}

std::string pdf(const std::string& object) {
  return "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n2 0 obj " + object +
         " endobj\ntrailer <</Root 1 0 R>>\nstartxref 0\n%%EOF\n";
}

/// "fine", or the code of what is found.
std::string judged(const std::string& bytes) {
  const auto finding = examine(bytes);
  return finding ? std::string(finding->code) : "fine";
}

TEST_CASE("what it is called does not matter, only what its first bytes say") {
  CHECK(sniffed_type(jpeg(10, 10)) == "image/jpeg");
  CHECK(sniffed_type(png(10, 10)) == "image/png");
  CHECK(sniffed_type("RIFF\1\2\3\4WEBPVP8 ") == "image/webp");
  CHECK(sniffed_type("%PDF-1.4") == "application/pdf");
  for (const char* other : {"", "\xff\xd8", "\x89PNG", "RIFF\1\2\3\4WAVE", " %PDF-1.4", "<svg/>",
                            "#!/bin/sh", "PK\3\4", "GIF89a"}) {
    CHECK(sniffed_type(other).empty());
  }
}

TEST_CASE("an image may have 64 million pixels, and not one row more") {
  CHECK(judged(jpeg(8000, 8000)) == "fine");
  CHECK(judged(jpeg(8000, 8001)) == "dangerous");
  CHECK(judged(png(16384, 3906)) == "fine");
  CHECK(judged(png(16385, 1)) == "dangerous");
  CHECK(judged(png(0xffffffff, 0xffffffff)) == "dangerous");
}

TEST_CASE("an image without a size, or that ends too early, is none") {
  CHECK(judged(jpeg(0, 10)) == "unsupported_media_type");
  CHECK(judged(png(10, 0)) == "unsupported_media_type");
  for (const std::string& whole : {jpeg(10, 10), png(10, 10)}) {
    for (std::size_t size = 0; size < whole.size(); ++size)
      CHECK(judged(whole.substr(0, size)) == "unsupported_media_type");
  }
}

TEST_CASE("a page, a script or another file in an image is dangerous, a camera's trailer is not") {
  CHECK(judged(jpeg(10, 10, "<ScRiPt>")) == "dangerous");
  CHECK(judged(jpeg(10, 10, "<?php phpinfo()")) == "dangerous");
  CHECK(judged(jpeg(10, 10, "%PDF-1.7")) == "dangerous");
  CHECK(judged(jpeg(10, 10, "\0\0SEFT trailer"s)) == "fine");
}

TEST_CASE("a PDF that only shows is fine") {
  CHECK(judged(pdf("<</Type /Page /OpenAction [3 0 R /Fit] /A <</S /URI>> >>")) == "fine");
  CHECK(judged(pdf(stream("/Filter /FlateDecode", deflated("BT (text) Tj ET")))) == "fine");
  CHECK(judged(pdf(stream("/Filter /DCTDecode", "picture /JS with a name by chance"))) == "fine");
  CHECK(judged(pdf("(about /JavaScripts)")) == "fine");
}

TEST_CASE("a PDF that acts is dangerous wherever the action is") {
  const std::string acts = "<</S /JavaScript /JS (x)>>";
  CHECK(judged(pdf(acts)) == "dangerous");
  CHECK(judged(pdf("<</J#53 (x)>>")) == "dangerous");
  CHECK(judged(pdf("<</S/#4aavaScript>>")) == "dangerous");
  CHECK(judged(pdf("<</Names <</EmbeddedFiles 3 0 R>> >>")) == "dangerous");
  CHECK(judged(pdf("<</AcroForm <</XFA 3 0 R>> >>")) == "dangerous");
  CHECK(judged(pdf(stream("/Filter /FlateDecode", deflated(acts)))) == "dangerous");
  CHECK(judged(pdf(stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
                          deflated("5 0 <</JS 3 0 R>>")))) == "dangerous");
  CHECK(judged(pdf("(stream\n" + acts + "\nendstream)")) == "dangerous");
}

TEST_CASE("a PDF that cannot be looked into is dangerous") {
  const std::string objects = deflated("5 0 <</Type /Page>>");
  const auto with = [&](const std::string& dictionary) {
    return judged(pdf(stream("/Type /ObjStm /N 1 /First 4 " + dictionary, objects)));
  };
  CHECK(with("/Filter /FlateDecode") == "fine");
  CHECK(with("/Filter [/FlateDecode]") == "fine");
  CHECK(with("/Filter /FlateDecode /DecodeParms <</Predictor 12>>") == "dangerous");
  CHECK(with("/Filter [/ASCIIHexDecode /FlateDecode]") == "dangerous");
  CHECK(with("/Filter /LZWDecode") == "dangerous");
  CHECK(with("/Filter 9 0 R") == "dangerous");
  CHECK(judged(pdf("<</Encrypt 3 0 R>>")) == "dangerous");
}

TEST_CASE("bytes written as letters are read: whole groups, a short one at the end, zeros") {
  CHECK(from_ascii85("87cURD]i,\"Ebo80") == "Hello World!");
  CHECK(from_ascii85("87 cU\nRD]\r\n") == "Hello");
  CHECK(from_ascii85("zz!!") == "\0\0\0\0\0\0\0\0\0"s);
  CHECK(from_ascii85("s8W-!") == "\xff\xff\xff\xff");
  CHECK(from_ascii85("") == "");
  for (const char* none : {"!", "s8W-\"", "uu", "!!z!!", "87cUv", "87c~R", "\x80"})
    CHECK_FALSE(from_ascii85(none));
}

TEST_CASE("a PDF whose streams are written as letters is looked into like any other") {
  const auto with = [](const std::string& filter, const std::string& content) {
    return judged(pdf(stream("/Filter [" + filter + "]", content)));
  };
  const std::string both = "/ASCII85Decode /FlateDecode";
  const std::string shows = ascii85(deflated("BT (text) Tj ET"));
  CHECK(with(both, shows) == "fine");
  CHECK(with("/ASCII#385Decode/FlateDecode", shows) == "fine");
  CHECK(with("/ASCII85Decode /DCTDecode", "picture~>") == "fine");
  CHECK(with(both, ascii85(deflated("<</S /JavaScript /JS (x)>>"))) == "dangerous");
  CHECK(judged(pdf(stream("/Type /ObjStm /N 1 /First 4 /Filter [" + both + "]",
                          ascii85(deflated("5 0 <</Type /Page>>"))))) == "fine");
  CHECK(judged(pdf(stream("/Type /ObjStm /N 1 /First 4 /Filter [" + both + "]",
                          ascii85(deflated("5 0 <</JS 3 0 R>>"))))) == "dangerous");

  CHECK(with(both, shows.substr(0, shows.size() - 2)) == "dangerous");
  CHECK(with(both, shows.substr(0, shows.size() / 2) + "~>") == "dangerous");
  CHECK(with(both, "<~" + shows) == "dangerous");
  CHECK(with("/ASCII85Decode /ASCII85Decode /FlateDecode", ascii85(shows)) == "dangerous");
  CHECK(with("/A85 /Fl", shows) == "dangerous");
  CHECK(with(both, ascii85(deflated(std::string(std::size_t{33} * 1024 * 1024, '\0')))) ==
        "dangerous");
}

TEST_CASE("a stream's dictionary that another reader may see otherwise is dangerous") {
  const std::string coded = "/Type /ObjStm /First 4 /Filter [/ASCIIHexDecode /FlateDecode]";
  for (const char* trick : {" %obj\n", " % 5 0 obj <<\n", " /A (5 0 obj <<) ", " %x\n"})
    CHECK(judged(pdf(stream(coded + trick, "789c~>"))) == "dangerous");
  CHECK(judged(pdf("<<" + coded + ">> % 5 0 obj\nstream\n789c\nendstream")) == "dangerous");
  CHECK(judged(pdf("<<" + coded + ">>stream \t\r\n789c\nendstream")) == "dangerous");
  CHECK(judged(pdf(stream(coded + std::string(10'000, ' '), "789c~>"))) == "dangerous");
  CHECK(judged(pdf(stream("/ColorSpace [/Indexed /DeviceRGB 1 (%\\(\\)()abc)] /Filter /FlateDecode",
                          deflated("pixels")))) == "fine");
}

TEST_CASE("a PDF's stream may grow to 32 MiB however well it shrank, and no further") {
  constexpr std::size_t kMiB = std::size_t{1024} * 1024;
  const auto zeros = [](std::size_t size) {
    return pdf(stream("/Filter /FlateDecode", deflated(std::string(size, '\0'))));
  };
  CHECK(judged(zeros(32 * kMiB)) == "fine");
  CHECK(judged(zeros(33 * kMiB)) == "dangerous");
  CHECK(judged(pdf(stream("/Filter [/FlateDecode /FlateDecode]", deflated(deflated("x"))))) ==
        "dangerous");
}

/// Whatever comes is judged, and never read beyond its end (`./dev check` runs this under ASan).
TEST_CASE("bytes changed at random are judged") {
  std::mt19937 random(20261121);
  const std::vector<std::string> whole = {
      jpeg(10, 10, "trailer"), png(10, 10),
      "RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x09\x40\x02\0pixels and more"s,
      pdf(stream("/Type /ObjStm /First 4 /Filter /FlateDecode", deflated("5 0 <</S /GoTo>>"))),
      pdf(stream("/Filter [/ASCII85Decode /FlateDecode]", ascii85(deflated("BT (text) Tj ET"))))};
  int fine = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = whole[random() % whole.size()];
    for (auto changes = random() % 4; changes > 0; --changes)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 8 == 0) bytes.resize(random() % bytes.size());
    fine += examine(bytes) ? 0 : 1;
  }
  CHECK(fine > 1000);
  CHECK(fine < 19'000);
}

}  // namespace
}  // namespace kensan::app
