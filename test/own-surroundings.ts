/*
Test files share a process, so that the program is read once and not for each of them (`isolate: false`). What a file writes into the
environment is taken back when it is done; everything else of a file is its database, its program and its own variables.
*/
import { afterAll } from 'vitest'

const before = { ...process.env }
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
})
