import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** In development the same addresses lead to the same pages as in `server/pages.ts`. */
const twoPages: Plugin = {
  name: 'two-pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const [path = '/'] = (request.url ?? '/').split('?')
      const isPage = request.headers.accept?.includes('text/html') === true && !/\.\w+$/.test(path)
      if (isPage)
        request.url = /^\/c(\/|$)/.test(path)
          ? '/citizen.html'
          : /^\/grid(\/|$)/.test(path)
            ? '/grid.html'
            : '/index.html'
      next()
    })
  },
}

const page = (name: string): string => join(import.meta.dirname, 'web', name)

const api = process.env.JIESU_API ?? 'http://127.0.0.1:12345'

export default defineConfig({
  root: 'web',
  plugins: [react(), twoPages],
  cacheDir: process.env.JIESU_VITE_CACHE ?? '../node_modules/.vite',
  // Debian's and the offices' browsers of the last years; older ones get a sentence from index.html instead of a blank page.
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { desk: page('index.html'), citizen: page('citizen.html'), grid: page('grid.html') } },
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false }, '/docs': api, '/health': api } },
})
