/*
Serves the built app from its folder. Files with a hash in their name are kept for a year; the page itself and the service
worker are asked for each time. An address that is neither a file nor an interface is the app's own, so it gets the page; the pages
of a hall stand behind its own door and are not here.
*/
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export async function serveApp(app: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'))
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.setNotFoundHandler(async (request, reply) => {
    // A script of an older build that is gone must fail as such; the page in its place would be read as a broken script.
    if (request.method !== 'GET' || /^\/(?:api\/|assets\/|hall(?:[/?]|$))/.test(request.url))
      return reply.code(404).send({ refusal: { code: 'unknown-address', facts: {} } })
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}
