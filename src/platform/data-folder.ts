/** The data folder: made when it is not there, and refused in one sentence when it cannot be used. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '#base/problem.ts'

/** Makes the folder where there is none. Throws Problem('unavailable') when it is a file or may not be written to. */
export function makeDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const isFile = code === 'EEXIST' || code === 'ENOTDIR'
    const sentence = isFile ? 'dataFolder.notAFolder' : 'dataFolder.notWritable'
    throw new Problem('unavailable', sentence, { folder: dataDir, reason: code })
  }
}

/** Folder by folder: Node's own recursive making never ends where a parent takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  const isFolder = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory()
  if (isFolder()) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!isFolder()) throw error
  }
}
