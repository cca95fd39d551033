/*
Builds the installable app from src/app into dist. The service worker keeps the app itself; of the server's answers it keeps
only the few that a person needs without network, and `forgetAnswers` drops them at every sign-in and sign-out. The address
of the server in development is CHANZO_SERVER, else the usual port.
*/
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { baseMap } from './tools/app-base-map.ts'
import { compress } from './tools/app-compress.ts'

const { version }: { readonly version: string } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const server = process.env['CHANZO_SERVER'] ?? 'http://127.0.0.1:4870'
const pathOf = (folder: string): string => fileURLToPath(new URL(folder, import.meta.url))

// What starts the app names the chunks it will need, so that they come at once. The registry of screens would carry the names of hundreds (4 kB that
// compress badly) before a telephone stands open; its screens come from the kept app, where asking chunk after chunk costs nothing.
const startsTheApp = ({ hostId, hostType }: { readonly hostId: string; readonly hostType: 'html' | 'js' }): boolean =>
  hostType === 'html' || /\/(index|start-locked)-/.test(hostId)
const isStyle = (file: string): boolean => file.endsWith('.css')

export default defineConfig({
  root: pathOf('src/app'),
  publicDir: 'public',
  // What a telephone tells its server of itself.
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  build: {
    outDir: pathOf('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    modulePreload: { resolveDependencies: (_file, needed, host) => (startsTheApp(host) ? needed : needed.filter(isStyle)) },
  },
  // The build of the telephone's database for browsers of today: smaller than the one that is found by its name alone.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/(papers|cards|operators)/.*(/print|\\.csv)': server,
      '/api/': server,
      '/site/': server,
      '/register': server,
      '/committees': server,
      '^/coordination/.*/print': server,
      '/certificate/': server,
      '/dossier/': server,
    },
  },
  plugins: [
    react(),
    baseMap(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icon.svg', 'icon-192.png', 'icon-512.png'],
      manifest: {
        name: 'Chanzo',
        short_name: 'Chanzo',
        description: 'D’où vient ce minerai, et qui l’a payé ?',
        lang: 'fr',
        start_url: '/',
        display: 'standalone',
        background_color: '#fbfaf6',
        theme_color: '#0f5c5c',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // The reader of tags (wasm) too: where bags are weighed there is no network to fetch it.
        globPatterns: ['**/*.{html,js,mjs,css,svg,png,json,webmanifest,wasm}', '**/noto-sans-latin-{400,600,700}-normal*.woff2'],
        maximumFileSizeToCacheInBytes: 3_000_000,
        // The encoder of QR codes is needed by few and only at a desk.
        globIgnores: ['**/bwip-js*'],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        navigateFallback: '/index.html',
        // Public pages and the API come from the server, never from the app's own page.
        navigateFallbackDenylist: [
          /^\/(api|site|certificate|dossier)\//,
          /^\/(register|conflict|hall|committees|training)(\/|$|\?)/,
          /^\/coordination\/.*\/print(\?|$)/,
          /^\/(papers|cards|operators)\/.*(\/print|\.csv)(\?|$)/,
          /^\/reports\/(released|drafts)(\/|$|\?)/,
        ],
        runtimeCaching: [
          {
            // A telephone in the field keeps its answers itself, sealed: what it asks under its own key is never kept here.
            urlPattern: ({ url, sameOrigin, request }) =>
              sameOrigin &&
              !request.headers.has('authorization') &&
              /^\/api\/(me|about|status|sites|places|reports|missions|inspections|orders|forms|flow-points)(\/|$|\?)/.test(url.pathname),
            handler: 'NetworkFirst',
            options: {
              cacheName: 'answers',
              networkTimeoutSeconds: 8,
              expiration: { maxEntries: 400 },
              cacheableResponse: { statuses: [200] },
              // A kept answer says so, because a phone's clock cannot be trusted to tell old from new.
              plugins: [
                {
                  // Copied into the service worker as text: no spread, no helper of ours.
                  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
                    if (!cachedResponse) return null
                    const headers = new Headers(cachedResponse.headers)
                    headers.set('x-chanzo-kept', 'yes')
                    return new Response(cachedResponse.body, { status: 200, headers })
                  },
                },
              ],
            },
          },
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.woff2'),
            handler: 'CacheFirst',
            options: { cacheName: 'fonts', expiration: { maxEntries: 20 } },
          },
        ],
      },
    }),
    compress(pathOf('dist')),
  ],
})
