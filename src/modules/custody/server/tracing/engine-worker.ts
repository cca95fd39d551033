/*
The worker: keeps the graph of every tenant, looks at the head of each log several times a second, and answers. What goes wrong with one
tenant (a database that went away, a record that cannot be laid out) is told and tried again; meanwhile the record answers.
*/
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { looseRecord, mustParse, orNull, text } from '../../../../kernel/schema.ts'
import { connect } from '../../../../platform/database/connect.ts'
import { listTenants } from '../../../../platform/log/store.ts'
import type { Reply, Request } from './engine-words.ts'
import { type Keeper, createKeeper } from './keeper.ts'

const { connectionString, folder } = mustParse(looseRecord({ connectionString: text(2_000), folder: orNull(text(2_000)) }), workerData)
const LOOK_EVERY = 250
const database = connect({ connectionString, max: 2 })
const keepers = new Map<string, Keeper>()
const busy = new Map<string, Promise<void>>()
let isStopping = false

const tell = (reply: Reply): void => parentPort?.postMessage(reply)

function keeperOf(tenant: string): Keeper {
  const known = keepers.get(tenant)
  if (known) return known
  const file = folder === null ? null : join(folder, `trace-${tenant.replaceAll(/[^a-zA-Z0-9_-]/g, '_')}.snapshot`)
  const made = createKeeper({ database, tenant, file, clock: () => new Date().toISOString() })
  keepers.set(tenant, made)
  return made
}

/** One look at a time for each tenant; whoever comes meanwhile waits for the same. */
function follow(tenant: string): Promise<void> {
  const running = busy.get(tenant)
  if (running) return running
  const keeper = keeperOf(tenant)
  const before = keeper.state()
  const look = keeper
    .follow()
    .then(() => {
      const state = keeper.state()
      if (state.position !== before.position || state.engine !== before.engine) tell({ kind: 'state', tenant, state })
    })
    .catch((error: unknown) => tell({ kind: 'trouble', tenant, message: error instanceof Error ? error.message : String(error) }))
    .finally(() => void busy.delete(tenant))
  busy.set(tenant, look)
  return look
}

async function lookAtAll(): Promise<void> {
  const tenants = await database.single((tx) => listTenants(tx)).catch(() => [])
  await Promise.all(tenants.map(follow))
}

async function answer(request: Extract<Request, { kind: 'ask' }>): Promise<void> {
  const { id, tenant, question, atLeast } = request
  const keeper = keeperOf(tenant)
  for (let turn = 0; turn < 2 && keeper.state().position < atLeast && keeper.state().engine === 'ready'; turn++) await follow(tenant)
  const { position } = keeper.state()
  const found = position < atLeast ? null : keeper.answer(question)
  tell({ kind: 'answer', id, found, position })
}

parentPort?.on('message', (request: Request) => {
  if (request.kind === 'ask')
    void answer(request).catch((error: unknown) => {
      tell({ kind: 'trouble', tenant: request.tenant, message: error instanceof Error ? error.message : String(error) })
      tell({ kind: 'answer', id: request.id, found: null, position: 0 })
    })
  else isStopping = true
})

while (!isStopping) {
  await lookAtAll()
  await new Promise((done) => setTimeout(done, LOOK_EVERY))
}
await database.close()
parentPort?.close()
