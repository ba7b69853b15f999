/** The service worker: keeps the app on the device so that it opens without a network, and sends when there is one again. */
import { sendAll } from './sending.ts'
import { openStore } from './store.ts'
import { isExtendable, isFetch } from './worker-events.ts'

/** Set by the build: another one whenever a file of the app has changed. */
declare const appVersion: string
declare const clients: { claim(): Promise<void> }
declare function skipWaiting(): Promise<void>

const prefix = 'interviews-'
const cacheName = `${prefix}${appVersion}`
const start = '/interviews/'
const files = [
  start,
  '/interviews/app.js',
  '/interviews/app.css',
  '/interviews/manifest.webmanifest',
  '/interviews/icon-192.png',
  '/interviews/icon-512.png',
  '/interviews/sarabun-thai-400-normal.woff2',
  '/interviews/sarabun-thai-700-normal.woff2',
  '/interviews/sarabun-latin-400-normal.woff2',
  '/interviews/sarabun-latin-700-normal.woff2',
]

addEventListener('install', (event) => {
  if (isExtendable(event)) event.waitUntil(keepFiles())
})

addEventListener('activate', (event) => {
  if (isExtendable(event)) event.waitUntil(dropOldFiles().then(() => clients.claim()))
})

addEventListener('fetch', (event) => {
  if (!isFetch(event) || event.request.method !== 'GET') return
  const { origin, pathname } = new URL(event.request.url)
  if (origin === location.origin && files.includes(pathname)) event.respondWith(answer(pathname))
})

addEventListener('sync', (event) => {
  if (isExtendable(event)) event.waitUntil(sendOrTryAgain())
})

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
  await skipWaiting()
}

async function dropOldFiles(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
}

async function answer(pathname: string): Promise<Response> {
  const kept = await caches.match(pathname, { cacheName })
  return kept ?? fetch(pathname)
}

/** Failing tells the browser to call again later. */
async function sendOrTryAgain(): Promise<void> {
  const store = await openStore()
  const sent = await sendAll(store).finally(() => store.close())
  if (sent === 'stopped') throw new Error('not sent yet')
}
