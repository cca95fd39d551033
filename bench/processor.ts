/*
What a question costs on a processor beside what it takes by the clock: on a shared machine the clock counts the waiting for others as well. The thread of
the program is asked of Node, the server processes of the database of `/proc` (Linux); elsewhere the database counts as nothing.
*/
import { readFileSync, readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'

export interface Cost {
  /** Milliseconds by the clock. */
  readonly clock: number
  /** Of the thread that asks. */
  readonly program: number
  /** Of the server processes of the database. */
  readonly database: number
}
export type CostOf = (work: () => Promise<unknown>) => Promise<Cost>

/** `folder`: that of the embedded database. */
export function costMeter(folder: string): CostOf {
  const processes = serversOf(folder)
  const spent = (): number => processes.reduce((sum, one) => sum + nanosecondsOf(one) / 1e6, 0)
  return async (work) => {
    const [before, database, began] = [process.threadCpuUsage(), spent(), performance.now()]
    await work()
    const clock = performance.now() - began
    const { user, system } = process.threadCpuUsage(before)
    return { clock, program: (user + system) / 1000, database: spent() - database }
  }
}

/** Those that run now: warm up first, so that the connections are open. Background work of the database is not among them. */
function serversOf(folder: string): readonly string[] {
  const [postmaster] = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    const [stat, command] = [textOf(name, 'stat'), textOf(name, 'cmdline')]
    return (
      stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === postmaster &&
      !/autovacuum|checkpointer|writer|launcher|io worker/.test(command)
    )
  })
}
const nanosecondsOf = (pid: string): number => Number(textOf(pid, 'schedstat').split(' ')[0] ?? 0)
function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const at = (values: readonly number[], part: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0
/** One line for the person who measures, beside the table. */
export function tellCosts(name: string, costs: readonly Cost[]): void {
  const line = (['clock', 'program', 'database'] as const).map((which) => {
    const values = costs.map((cost) => cost[which])
    return `${which} p50 ${at(values, 0.5).toFixed(2)} p99 ${at(values, 0.99).toFixed(2)} least ${at(values, 0).toFixed(2)}`
  })
  process.stderr.write(`${name}: ${line.join(', ')} ms at a load of ${(loadavg()[0] ?? 0).toFixed(1)}\n`)
}
