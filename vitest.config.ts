import { defineConfig } from 'vitest/config'

const rooms = ['domain', 'language', 'contract', 'db', 'server', 'city', 'sim', 'bench', 'tools']

export default defineConfig({
  test: {
    include: rooms.map((room) => `${room}/**/*.test.ts`),
    globalSetup: 'tools/test-databases.ts',
    // Each file in a process of its own: a database driver or a launcher that leaks must not reach the next file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
