/* All that lies in the database of a telephone, as text: what somebody sees who copies the flash. Keys that the browser does not give out are left out. */

const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((done, failed) => {
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => failed(request.error ?? new Error('no answer')))
  })

/** Bytes as latin letters, so that text in any place of them is found. */
export async function dumpOf(factory: IDBFactory, name = 'chanzo-field'): Promise<{ readonly text: string; readonly values: number }> {
  const database = await asked(factory.open(name))
  const said: string[] = []
  let values = 0
  for (const store of database.objectStoreNames) {
    const rows = database.transaction(store).objectStore(store)
    for (const one of [...(await asked(rows.getAll())), ...(await asked(rows.getAllKeys()))]) {
      values++
      say(one, said)
    }
  }
  database.close()
  return { text: said.join('\n'), values }
}

function say(value: unknown, said: string[]): void {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) said.push(Buffer.from(new Uint8Array(value)).toString('latin1'))
  else if (value instanceof CryptoKey) said.push(`key ${value.extractable}`)
  else if (Array.isArray(value)) for (const one of value) say(one, said)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      said.push(name)
      say(one, said)
    }
  else said.push(String(value))
}
