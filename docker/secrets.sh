#!/usr/bin/env bash
# Prints .env.example with a fresh random value for every empty secret. What an .env holds already is kept, for without the
# old keys nothing that was sealed can be read:  docker/secrets.sh > .env.new && mv .env.new .env
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A kept=()
if [ -s .env ]; then
    while IFS= read -r line; do
        if [[ "$line" =~ ^([A-Z0-9_]+)=(.+)$ ]]; then
            kept["${BASH_REMATCH[1]}"]="${BASH_REMATCH[2]}"
        fi
    done < .env
fi

# A Tink keyset with one AES-256-GCM key. A key of that type is a protocol buffer: field 3, 32 bytes.
keyset() {
    local id key
    id=$((1 + RANDOM * 32768 + RANDOM))
    key=$( { printf '\x1a\x20'; head -c 32 /dev/urandom; } | base64 | tr -d '\n')
    printf '{"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}]}' \
        "$id" "$key" "$id" | base64 | tr -d '\n'
}

while IFS= read -r line; do
    if [[ "$line" =~ ^([A-Z0-9_]+)= ]]; then
        name="${BASH_REMATCH[1]}"
        if [ -n "${kept[$name]:-}" ]; then
            printf '%s=%s\n' "$name" "${kept[$name]}"
            unset "kept[$name]"
            continue
        fi
    fi
    case "$line" in
        ADDRESS_KEYS= | CONTACT_KEYS= | WEBHOOK_KEYS=) printf '%s%s\n' "$line" "$(keyset)" ;;
        # These belong to somebody else, or come with a public half: whoever has them fills them in.
        DKIM_KEY= | NOTIFY_KEY= | VAPID_KEY=) printf '%s\n' "$line" ;;
        *_KEY=) printf '%s%s\n' "$line" "$(head -c 32 /dev/urandom | base64 | tr -d '\n')" ;;
        *_PASSWORD= | *_SECRET=) printf '%s%s\n' "$line" "$(head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_')" ;;
        *) printf '%s\n' "$line" ;;
    esac
done < .env.example
for name in "${!kept[@]}"; do
    printf '%s=%s\n' "$name" "${kept[$name]}"
done
