// The one type of the platform that pages drag along where they are rendered outside of a Worker: never used there.
type D1Database = import('@cloudflare/workers-types').D1Database
