"""Verifies an export "takedown-case/1" with Python 3 alone: verify_case.py FILE. docs/ledger.md says what that proves."""
import base64, hashlib, hmac, json, struct, sys
def need(true, otherwise):
    if not true: raise ValueError(otherwise)
def fields_of(body, stream, seq):
    need(body[:6] == b"TDC1\0\1" and struct.unpack(">Q", body[6:14])[0] == seq, "an entry stands in the wrong place")
    at, fields, last = 56, {}, 0
    for _ in range(struct.unpack(">H", body[54:56])[0]):
        tag, size = struct.unpack(">HI", body[at:at + 6])
        need(tag > last and at + 6 + size <= len(body), "a field is out of order or too long")
        fields[tag], at, last = body[at + 6:at + 6 + size], at + 6 + size, tag
    need(at == len(body) and fields[1] == stream.encode() and fields[2], "an entry has wrong fields or another stream")
    return fields
def verify(export):
    names, entries = [s["stream"] for s in export["streams"]], {}
    need(export["format"] == "takedown-case/1", "another format")
    need(len(set(names)) == len(names) and len({n[5:] for n in names}) == 1, "a stream twice, or more than one case")
    need({n[:5] for n in names} in ({"case/"}, {"case/", "read/"}), "not the streams of one case")
    for name, s in zip(names, export["streams"]):
        previous = bytes(32)
        for seq, e in enumerate(s["entries"], 1):
            body = base64.b64decode(e["body"], validate=True)
            need(e["seq"] == seq and body[14:46] == previous, f"{name} entry {seq} does not follow from the one before")
            previous = hashlib.sha256(b"\0" + body).digest()
            need(previous.hex() == e["hash"], f"{name} entry {seq} was changed")
            entries[name, seq] = fields_of(body, name, seq)
            need(name[0] != "c" or entries[name, seq].get(20) in (None, export["case"].encode()), "another case number")
        need(s["head"] == {"seq": len(s["entries"]), "hash": previous.hex()}, f"{name} does not end at its head")
    need(any(n[0] == "c" for n, _ in entries), "no entries")
    for o in export["opened"]:
        value = o["value"].encode() if "value" in o else base64.b64decode(o["value-base64"], validate=True)
        mac = hmac.new(base64.b64decode(o["salt"]), struct.pack(">HI", o["tag"], len(value)) + value, hashlib.sha256)
        need(mac.digest() == entries[o["stream"], o["seq"]][o["tag"]], f"{o['name']} is not what was committed to")
    return len(entries), len(export["opened"])
try: print("VALID: %d entries, %d opened fields" % verify(json.load(open(sys.argv[1], encoding="utf-8"))))
except Exception as wrong: sys.exit(f"NOT VALID: {type(wrong).__name__}: {wrong}")
