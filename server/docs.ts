import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openapi } from '#contract/openapi.ts'
import { refusalWords } from '#contract/wording.ts'
import { VERSION } from './system.ts'

const ASSETS: Record<string, string> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
}

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接诉 Jiesu · API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`

/** In the browser: the session cookie travels by itself; the page adds the token that unsafe calls need. */
const START = `fetch('/api/session').then((r) => (r.ok ? r.json() : {})).catch(() => ({})).then((me) => {
  let csrf = me.csrf
  SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', filter: true, validatorUrl: null,
    requestInterceptor: (request) => { if (csrf) request.headers['x-csrf-token'] = csrf; return request },
    responseInterceptor: (response) => { if (response.body && response.body.csrf) csrf = response.body.csrf; return response } })
})`

/** Every refusal with its anchor: where a problem's `type` leads. */
const problems = (): string => {
  const rows = Object.entries(refusalWords).map(
    ([code, { status, zh, en }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${zh}</td><td>${en}</td></tr>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接诉 Jiesu · 拒绝说明 Refusals</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{font:14px/1.6 sans-serif;margin:2rem}td,th{padding:.3rem .8rem;text-align:left;border-bottom:1px solid #ddd}tr:target{background:#fff3c4}</style></head>
<body><h1>拒绝说明 Refusals</h1><table><thead><tr><th>code</th><th>HTTP</th><th>中文</th><th>English</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`
}

/** The contract to read and to try, from files that ship with the program: no network is needed. */
export function addDocs(app: FastifyInstance): void {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const text = JSON.stringify(openapi(VERSION))
  app.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(text))
  app.get('/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE))
  app.get('/docs/problems', (_request, reply) => reply.type('text/html; charset=utf-8').send(problems()))
  app.get('/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START))
  for (const [name, mime] of Object.entries(ASSETS))
    app.get(`/docs/${name}`, (_request, reply) =>
      reply
        .type(mime)
        .header('cache-control', 'public, max-age=86400')
        .send(createReadStream(join(folder, name))),
    )
}
