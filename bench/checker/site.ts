/** The labelled site: all hosts with all their pages, and for each link the verdict a person gives it. */
import { type AgencySite, departmentSite, municipalitySite, subdistrictSite } from './agency-sites.ts'
import { makeCertificate } from './certificate.ts'
import { putFiles } from './files.ts'
import { putFinePages } from './fine-pages.ts'
import { putGonePages } from './gone-pages.ts'
import { findClosedPort, type Host, type Labelled, openHost } from './hosts.ts'
import { putTroubles } from './troubles.ts'
import { putWalls } from './walls.ts'
import { putWays } from './ways.ts'

export interface Hosts {
  readonly sites: readonly AgencySite[]
  /** Of somebody else, at another address. */
  readonly foreign: Host
  /** May not be asked. */
  readonly inside: Host
  readonly secure: Host
  readonly selfSigned: Host
  readonly expired: Host
  readonly misnamed: Host
  /** `host:port` where nobody listens. */
  readonly closed: string
}

export interface LabelledSite {
  readonly links: readonly Labelled[]
  /** `host:port` of all that may be asked. */
  readonly allowHosts: readonly string[]
  /** Certificates to trust. */
  readonly authorities: readonly string[]
  close(): void
}

const day = 24 * 60 * 60 * 1000

export async function openLabelledSite(): Promise<LabelledSite> {
  const trusted = makeCertificate('localhost')
  const misnamed = makeCertificate('www.another.go.th')
  const secureHost = (certificate: ReturnType<typeof makeCertificate>) =>
    openHost({ name: 'localhost', certificate })
  const hosts: Hosts = {
    sites: [
      municipalitySite(await openHost()),
      subdistrictSite(await openHost()),
      departmentSite(await openHost()),
    ],
    foreign: await openHost({ address: '127.0.0.2' }),
    inside: await openHost(),
    secure: await secureHost(trusted),
    selfSigned: await secureHost(makeCertificate('localhost')),
    expired: await secureHost(makeCertificate('localhost', Date.now() - 3 * day)),
    misnamed: await secureHost(misnamed),
    closed: await findClosedPort(),
  }
  const links = [
    ...putFinePages(hosts),
    ...(await putFiles(hosts)),
    ...putWays(hosts),
    ...putGonePages(hosts),
    ...putWalls(hosts),
    ...putTroubles(hosts),
  ]
  const { sites, foreign, inside, secure, selfSigned, expired } = hosts
  const asked = [...sites.map(({ host }) => host), foreign, secure, selfSigned, expired, hosts.misnamed]
  return {
    links,
    allowHosts: [...asked.map(({ hostAndPort }) => hostAndPort), hosts.closed],
    authorities: [trusted.cert, misnamed.cert],
    close: () => {
      for (const host of [...asked, inside]) host.close()
    },
  }
}
