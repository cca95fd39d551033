/* A server that has streams still answers who only offers another protocol; what is no stream of ours is not found. */
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'

const { program } = await freshDatabase()

test('a client that offers h2c beside HTTP/1.1 gets its answer; a WebSocket to no stream gets none', async () => {
  const app = await program.createHttp()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const status = (headers: { readonly [name: string]: string }): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asking = request({ port, host: '127.0.0.1', path: '/api/about', headers, agent: false }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asking.on('error', reject)
      asking.end()
    })
  expect(await status({ connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' })).toBe(200)
  expect(await status({ connection: 'Upgrade', upgrade: 'websocket' })).toBe(404)
  await app.close()
})
