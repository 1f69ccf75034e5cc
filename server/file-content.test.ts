import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  amr,
  docx,
  heic,
  mp3,
  mp4,
  oldOffice,
  pdf,
  photo,
  plainPng,
  wav,
  webp,
  xlsx,
  zip,
} from '#tools/sample-files.ts'
import { mimeOfContent } from './file-content.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiesu-content-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['a photo', photo, 'image/jpeg'],
  ['a drawing', plainPng, 'image/png'],
  ['a WebP', webp, 'image/webp'],
  ['a phone picture', heic, 'image/heic'],
  ['a PDF', pdf, 'application/pdf'],
  ['a Word document', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a workbook', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['an old Word document', () => oldOffice('WordDocument', '1Table'), 'application/msword'],
  ['an old workbook', () => oldOffice('Workbook'), 'application/vnd.ms-excel'],
  ['an old Word document with macros', () => oldOffice('WordDocument', '_VBA_PROJECT'), null],
  ['an installer', () => oldOffice('Property', 'Icon'), null],
  ['a video', mp4, 'video/mp4'],
  ['a WAV', wav, 'audio/wav'],
  ['an AMR', amr, 'audio/amr'],
  ['an MP3', mp3, 'audio/mpeg'],
  ['Chinese text', () => Buffer.from('路灯不亮,已三天。\r\n请尽快处理\n'), 'text/plain'],
  ['text of another encoding', () => Buffer.from([0xc2, 0xb7, 0xb5, 0xc6, 0xb2]), null],
  ['a page', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), null],
  ['a page behind words', () => Buffer.from('您好\n<script src=//x></script>'), null],
  ['a drawing that runs scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), null],
  ['the same after a declaration', () => Buffer.from('<?xml version="1.0"?>\n<!-- --><svg/>'), null],
  ['a shell script', () => Buffer.from('#!/bin/sh\nrm -rf ~\n'), null],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), null],
  ['an archive', () => zip({ 'a.txt': 'a' }), null],
  ['noise', () => Buffer.from([0, 1, 2, 3, 4, 5]), null],
])('%s', async (title, make, mime) => {
  const path = join(folder, title.replaceAll(' ', '-'))
  await writeFile(path, await make())
  expect(await mimeOfContent(path)).toBe(mime)
})
