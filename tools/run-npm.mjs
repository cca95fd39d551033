/*
Runs npm quietly. It answers what npm complained of, and says nothing when all went well. npm is kept off the Node inside
node_modules, which it may be about to replace, and off a cache folder that this user cannot write to.
*/
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** Exit code and the lines in which npm said what went wrong. Its process number is told as soon as there is one. */
export function runNpm(root, args, tellPid = () => undefined) {
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier', '--no-progress']
  const { command, before } = npmCommand(root)
  const child = spawn(command, [...before, ...args, ...quiet], {
    cwd: root,
    env: { ...process.env, ...npmSettings(root) },
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
  if (child.pid !== undefined) tellPid(child.pid)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  return new Promise((settle) => {
    child.once('error', (error) => settle({ code: 1, said: error.message }))
    child.once('close', (code) => settle({ code: code ?? 1, said: tellingLines(said) }))
  })
}

/** The npm that started us if there is one, on the Node it runs on; else the first on the path. */
function npmCommand(root) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const usable = npm !== undefined && node !== undefined && npm.endsWith('npm-cli.js') && existsSync(npm) && existsSync(node)
  return usable && !node.startsWith(join(root, 'node_modules')) ? { command: node, before: [npm] } : { command: 'npm', before: [] }
}

function npmSettings(root) {
  const own = join(root, 'node_modules')
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(own))
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
  // What an outer `npm run` was told about itself would be taken for settings of ours.
  const settings = { PATH: path.join(delimiter), NODE_ENV: '' }
  return isWritable(cache) ? settings : { ...settings, npm_config_cache: join(root, '.cache', 'npm') }
}

function isWritable(folder) {
  if (!existsSync(folder) && dirname(folder) !== folder) return isWritable(dirname(folder))
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** npm says first what went wrong and then at length how it is used in general. */
function tellingLines(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && line.trim() !== 'npm error')
  return lines.slice(0, 12).join('\n')
}
