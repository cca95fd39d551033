/*
One process at a time installs and builds in a checkout. The lock appears complete (written aside, then linked), names its
holder with the moment it started, and is taken over when that process is gone.
*/
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Runs `work` while holding the lock. It is given a function that names a child as holder too, for a child that would outlive us. */
export async function withFolderLock(root, work) {
  const folder = join(root, '.cache')
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'work.lock')
  let told = false
  while (!take(lock)) {
    const holder = readHolder(lock)
    if (holder !== undefined && holder.split('\n').every(isGone)) rmSync(lock, { force: true })
    else if (!told) {
      told = true
      process.stderr.write('Another Chanzo command is preparing this folder; waiting for it …\n')
    }
    await wait(200)
  }
  try {
    return await work((pid) => writeFileSync(lock, `${describe(process.pid)}\n${describe(pid)}`))
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  const aside = `${lock}.${process.pid}`
  writeFileSync(aside, describe(process.pid))
  try {
    linkSync(aside, lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function isGone(line) {
  return line !== describe(line.split(' ')[0])
}

function readHolder(lock) {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return undefined
  }
}

/** Number and start of a living process; 'gone' for one that is not. Without /proc the number alone has to do. */
function describe(pid) {
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (error.code !== 'EPERM') return 'gone'
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return `${pid} `
  }
}
