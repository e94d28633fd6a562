#!/usr/bin/env bash
# Run once by the PostgreSQL image on an empty data folder: a role and a database of its own for each part.
set -euo pipefail

for part in gateway directory news alerts feedback keycloak; do
    variable="${part^^}_DATABASE_PASSWORD"
    password="${!variable:-}"
    [ -n "$password" ] || { echo "$variable is not set" >&2; exit 1; }
    psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        --set part="$part" --set password="$password" <<'SQL'
create role :"part" login password :'password';
create database :"part" owner :"part";
revoke connect, temporary on database :"part" from public;
SQL
done
