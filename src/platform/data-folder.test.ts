/** A data folder that cannot be used is refused in one sentence, whatever is wrong with it. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDataFolder } from './data-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prongsai-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const refused = (code: string) => expect.objectContaining({ name: 'Problem', code })

test('a folder that is not there is made, with those above it, and may be there already', () => {
  const folder = join(root, 'a', 'b')
  makeDataFolder(folder)
  makeDataFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
})

test('a file is not taken for a folder, nor is a folder within a file', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => makeDataFolder(join(root, 'file'))).toThrow(refused('dataFolder.notAFolder'))
  expect(() => makeDataFolder(join(root, 'file', 'data'))).toThrow(refused('dataFolder.notAFolder'))
})

test('a place where no folder can be made is refused without delay', () => {
  expect(() => makeDataFolder('/proc/nothing/data')).toThrow(refused('dataFolder.notWritable'))
})
