/** What a robots.txt asks is done, and one that is made to hold us up is not. */
import { describe, expect, test } from 'vitest'
import { makeRobots } from './robots.ts'

const at = (path: string) => new URL(path, 'https://www.a.go.th/')
const mannersOf = (text: string, path: string) => makeRobots(async () => text)(at(path))

describe('a robots.txt', () => {
  test('forbids by path, with wildcards and ends', async () => {
    const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /ลับ\nAllow: /ลับ/open\n'
    const allowed = async (path: string) => (await mannersOf(text, path)).isAllowed
    expect(await allowed('/a.pdf')).toBe(false)
    expect(await allowed('/a.pdf?x')).toBe(true)
    expect(await allowed('/ลับ/x')).toBe(false)
    expect(await allowed('/ลับ/open')).toBe(true)
  })

  test('asks for a pause in seconds', async () => {
    expect((await mannersOf('User-agent: *\nCrawl-delay: 1.5', '/')).delayMilliseconds).toBe(1500)
    expect((await mannersOf('User-agent: *\nCrawl-delay: -1', '/')).delayMilliseconds).toBe(0)
    expect((await mannersOf('User-agent: *\nCrawl-delay: soon', '/')).delayMilliseconds).toBe(0)
    expect((await mannersOf('', '/')).delayMilliseconds).toBe(0)
  })

  test('is read once for each origin', async () => {
    const read: string[] = []
    const manners = makeRobots(async (url) => {
      read.push(url.href)
      return ''
    })
    await Promise.all([manners(at('/a')), manners(at('/b')), manners(new URL('http://www.a.go.th/'))])
    await manners(at('/c'))
    expect(read).toEqual(['https://www.a.go.th/robots.txt', 'http://www.a.go.th/robots.txt'])
  })

  test.each(['*', '*a', '*a*a*a*a\nDisallow: /'])('full of "%s" holds nobody up', async (rule) => {
    const text = `User-agent: *\nDisallow: /${rule.repeat(95_000 / rule.length)}`
    const startedAt = performance.now()
    expect((await mannersOf(text, `/${'a'.repeat(8000)}`)).isAllowed).toBeTypeOf('boolean')
    expect(performance.now() - startedAt).toBeLessThan(500)
  })

  test('asks the checker by its own name before all others', async () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: prongsai-checker/2\nDisallow:\n'
    expect((await mannersOf(text, '/a')).isAllowed).toBe(true)
  })
})
