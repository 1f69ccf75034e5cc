import { defineConfig } from 'vitest/config'

const rooms = ['domain', 'language', 'contract', 'db', 'server', 'city', 'sim', 'bench', 'web', 'e2e', 'tools']

export default defineConfig({
  test: {
    include: rooms.map((room) => `${room}/**/*.test.{ts,tsx}`),
    globalSetup: ['tools/test-databases.ts', 'tools/test-pages.ts', 'tools/test-models.ts'],
    // Each file in a process of its own: a database driver or a launcher that leaks must not reach the next file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
