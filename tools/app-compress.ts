/*
At the end of a build: a .br and a .gz beside every text file, so that the server sends them without compressing again and a
slow line carries a third of the bytes. Here too the budget of the first load is kept: above it the build fails and says by how much.
*/
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Compressed script of the app itself, which a desk takes before its first screen, in bytes. */
const FIRST_LOAD = 200_000

export function compress(folder: string): Plugin {
  let first: readonly string[] = []
  return {
    name: 'chanzo-compress',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []))
      const names = new Set(chunks.filter(({ isEntry, name }) => isEntry || name === 'start-app').map(({ fileName }) => fileName))
      for (const fileName of names) for (const next of chunks.find((one) => one.fileName === fileName)?.imports ?? []) names.add(next)
      first = [...names]
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!/\.(js|css|json|svg|webmanifest|wasm)$/.test(name)) continue
          const path = join(folder, name)
          const content = readFileSync(path)
          writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
          writeFileSync(
            `${path}.br`,
            brotliCompressSync(content, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: 11,
                [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
                [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
              },
            }),
          )
        }
        const bytes = first
          .filter((name) => existsSync(join(folder, `${name}.gz`)))
          .reduce((sum, name) => sum + statSync(join(folder, `${name}.gz`)).size, 0)
        if (bytes > FIRST_LOAD) throw new Error(`the first load carries ${bytes} bytes of compressed script; the budget is ${FIRST_LOAD}`)
      },
    },
  }
}
