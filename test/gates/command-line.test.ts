/* The command line as a user types it: on its own data folder, with the names of the JSON answers that others rely on. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { commands } from '../../src/bin/commands.ts'
import { withServer, databaseUrl } from '../start-postgres.ts'

const CLI = fileURLToPath(new URL('../../src/bin/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chanzo-cli-'))
const name = `test_cli_${process.pid}`
const url = databaseUrl(inject('server'), name)
await withServer(inject('server'), (client) => client.query(`create database ${name}`))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await withServer(inject('server'), (client) => client.query(`drop database if exists ${name} with (force)`))
})

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}
const run = (words: readonly string[], { input = '', env = {} }: { input?: string; env?: object } = {}): Run =>
  spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', input, env: { ...process.env, DATABASE_URL: url, LANG: 'C', ...env } })
const json = (words: readonly string[], input = ''): unknown => {
  const { stdout, stderr } = run([...words, '--data', folder, '--json'], { input })
  const last = stdout.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`no JSON: ${stderr}`)
  return JSON.parse(last)
}
const csv = (rows: readonly (readonly [vid: string, pcode: string, date: string, qualification: string])[]): string => {
  const header = readFileSync(fileURLToPath(new URL('ipis-header.txt', import.meta.url)), 'utf8').trim()
  const columns = header.split(',')
  const lines = rows.map(([vid, pcode, visit_date, qualification]) => {
    const given: { readonly [column: string]: string } = {
      vid,
      pcode,
      name: `Site ${pcode}`,
      visit_date,
      visit_onsite: qualification ? '0' : '1',
      qualification,
      project: qualification ? 'Qualification status' : 'IPIS 2022',
      source: 'IPIS',
      longitude: '28.5',
      latitude: '-2.1',
      mineral1: 'Or',
    }
    return columns.map((column) => given[column] ?? '').join(',')
  })
  return `${[header, ...lines].join('\n')}\n`
}

test.each(commands.map((one) => one.text.name))('chanzo %s --help explains itself with an example', (command) => {
  const { status, stdout } = run([...command.split(' '), '--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('Example:')
  expect(stdout).toContain(`chanzo ${command}`)
})

test('wrong words get a sentence and exit code 2', () => {
  expect(run(['fly'])).toMatchObject({ status: 2, stderr: expect.stringContaining('Try chanzo --help') })
  expect(run(['trace'])).toMatchObject({ status: 2, stderr: expect.stringContaining('LOT') })
  expect(run(['import', 'ipis', '/no/such/file'])).toMatchObject({ status: 2, stderr: expect.stringContaining('no file') })
  expect(run(['report', 'validity', '--as-of', 'yesterday'])).toMatchObject({ status: 2 })
  expect(run(['rebuild', '--chek'])).toMatchObject({ status: 2 })
})

describe('on an empty database', () => {
  const file = join(folder, 'visits.csv')
  writeFileSync(
    file,
    csv([
      ['1', 'codmine1', '2019-03-01', ''],
      ['2', 'codmine1', '2020-03-01', 'Vert'],
      ['3', 'codmine2', '2021-05-05', ''],
    ]),
  )

  test('import ipis, twice, with a damaged row added', () => {
    expect(json(['import', 'ipis', file, '--dry-run'])).toMatchObject({ visits: 3, sites: 2, rowsRejected: 0 })
    expect(json(['import', 'ipis', file])).toMatchObject({ visits: 3, sites: 2, rowsRejected: 0, alreadyKnown: 0 })
    expect(json(['import', 'ipis', file])).toMatchObject({ visits: 3, sites: 2, rowsRejected: 0, alreadyKnown: 3 })
    appendFileSync(file, 'broken,row\n')
    expect(json(['import', 'ipis', file])).toMatchObject({ visits: 3, rowsRejected: 1, alreadyKnown: 3 })
    expect(run(['import', 'ipis', file, '--data', folder]).stderr).toContain('line 5')
  })

  test('report validity, log verify, rebuild', () => {
    expect(json(['report', 'validity', '--as-of', '2024-02-29'])).toMatchObject({
      asOf: '2024-02-29',
      sites: 2,
      everGreen: 1,
      newestGreen: 1,
      newestGreenLapsed: 1,
      interferenceOnOrAfterGreen: 0,
      interferenceWhileGreen: 0,
    })
    expect(json(['report', 'validity', '--as-of', '2020-06-01'])).toMatchObject({ sites: 1, newestGreenLapsed: 0 })
    expect(json(['log', 'verify'])).toMatchObject({ ok: true, firstBad: null })
    expect(json(['rebuild', '--check'])).toMatchObject({ differences: 0 })
    expect(json(['rebuild'])).toMatchObject({ differences: 0 })
  })

  test('user add and token add; a short password is refused with a sentence and exit code 4', () => {
    expect(
      json(['user', 'add', '--email', 'a@b.example', '--role', 'MINES_PROV', '--password-stdin'], 'a long enough password\n'),
    ).toMatchObject({ email: 'a@b.example' })
    const short = run(['user', 'add', '--email', 'c@d.example', '--role', 'MINES_PROV', '--password-stdin', '--data', folder], {
      input: 'short\n',
    })
    expect(short).toMatchObject({ status: 4, stderr: expect.stringContaining('12') })
    expect(json(['token', 'add', '--name', 'gateway', '--role', 'integrator'])).toMatchObject({ token: expect.stringMatching(/^chanzo_/) })
    expect(run(['token', 'add', '--name', 'gateway', '--role', 'KING', '--data', folder]).status).toBe(4)
  })

  test('verify of something that is no certificate answers no, with exit code 1; an unknown lot with 4', () => {
    const text = join(folder, 'code.txt')
    writeFileSync(text, 'ASM1:NOT A CODE')
    expect(json(['verify', text])).toMatchObject({ verdict: 'unreadable', asOf: null })
    expect(run(['verify', text, '--data', folder]).status).toBe(1)
    expect(run(['trace', 'EXP-0', '--data', folder]).status).toBe(4)
    expect(json(['trace', 'RN 7', '--of', 'road', '--since', '2020-01-01', '--as-of', '2026-01-01'])).toMatchObject({ direct: 0, lots: [] })
    expect(run(['trace', 'nowhere', '--of', 'site', '--data', folder]).status).toBe(4)
    expect(run(['trace', 'EXP-0', '--of', 'planet', '--data', folder]).status).toBe(2)
    expect(run(['trace', 'EXP-0', '--as-of', 'yesterday', '--data', folder]).status).toBe(2)
  })

  test('backup and restore carry everything into another database, which verifies and rebuilds the same', async () => {
    const backup = join(folder, 'all.backup')
    const written = json(['backup', backup])
    expect(written).toMatchObject({ rows: expect.any(Number) })
    expect(run(['backup', backup, '--data', folder]).status).toBe(2)
    expect(run(['restore', backup, '--data', folder])).toMatchObject({ status: 4, stderr: expect.stringContaining('already holds') })
    const other = `${name}_restored`
    await withServer(inject('server'), (client) => client.query(`create database ${other}`))
    const env = { DATABASE_URL: databaseUrl(inject('server'), other) }
    const whole = readFileSync(backup)
    writeFileSync(`${backup}.cut`, whole.subarray(0, whole.length - 40))
    expect(run(['restore', `${backup}.cut`, '--data', folder], { env }).status).toBe(4)
    writeFileSync(`${backup}.noise`, 'not a backup')
    expect(run(['restore', `${backup}.noise`, '--data', folder], { env }).status).toBe(4)
    expect(run(['restore', backup, '--data', folder], { env }).status).toBe(0)
    expect(run(['log', 'verify', '--data', folder], { env }).status).toBe(0)
    expect(run(['rebuild', '--check', '--data', folder], { env }).status).toBe(0)
    await withServer(inject('server'), (client) => client.query(`drop database ${other} with (force)`))
  })
})

describe('surroundings that are not right get one sentence, exit code 3, and nothing is damaged', () => {
  test('a busy port', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(run(['serve', '--port', String(port), '--data', folder])).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^Port \d+ is busy.*\n$/),
    })
    server.close()
  })
  test('a data folder that cannot be used', () => {
    writeFileSync(join(folder, 'a-file'), '')
    const { status, stderr } = run(['log', 'verify', '--data', join(folder, 'a-file')])
    expect(status).toBe(3)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
  test('a database that does not answer', () => {
    const { status, stderr } = run(['log', 'verify', '--data', folder], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' } })
    expect(status).toBe(3)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
  test('a database newer than the program', async () => {
    await withServer(url, (client) =>
      client.query("insert into schema_migration (version, name, sha256) values (9999, '9999-later.sql', 'x')"),
    )
    expect(run(['log', 'verify', '--data', folder])).toMatchObject({ status: 3, stderr: expect.stringContaining('newer Chanzo') })
    await withServer(url, (client) => client.query('delete from schema_migration where version = 9999'))
  })
})
