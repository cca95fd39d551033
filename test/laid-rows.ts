/* What has no short way over the interface is laid into the read tables by tests that read figures alone. */
import pg from 'pg'

/** Rows as the projections would have written them. */
export async function layRows(
  connectionString: string,
  rows: readonly (readonly [table: string, row: { readonly [column: string]: unknown }])[],
): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    for (const [table, row] of rows) {
      const columns = Object.keys({ tenant_id: '', ...row })
      const places = columns.map((_, index) => `$${index + 1}`)
      await client.query(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, ['cd', ...Object.values(row)])
    }
  } finally {
    await client.end()
  }
}
/** One statement of its own. */
export async function changeRows(connectionString: string, [text, ...values]: readonly [string, ...unknown[]]): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(text, values).finally(() => client.end())
}
