/** Words of the checker of OIT links: what became of a link, what was looked for, and how to mend it. */
import type { Values } from '../text.ts'

export const checker = {
  verdicts: {
    live: 'opens',
    moved: 'has moved',
    movedHome: 'leads to the home page',
    soft404: 'a page that says there is nothing',
    notFound: 'not found',
    botWall: 'keeps programs out',
    loginWall: 'asks for a log-in',
    wrongType: 'not the kind of file it claims to be, or does not open',
    serverError: 'the server fails',
    tls: 'the certificate is faulty',
    dns: 'no such host name',
    refused: 'the server refuses connections',
    timeout: 'no answer in time',
    loop: 'leads in a circle',
    tooLarge: 'too large to be checked',
    notPublic: 'not a public address',
  },
  /** The general checks; all others bear the words of an element. */
  checks: {
    opens: 'Opening the link',
    mainSite: 'On the main website',
    fiscalYear: 'Fiscal year',
    social: 'Social networks of the agency',
    changed: 'Change since submission',
  },
  results: { pass: 'pass', warn: 'look', fail: 'fail' },
  fixes: {
    moved: () => 'answer with the address that the link leads to now',
    movedHome: () =>
      'the link leads to the home page: answer with the address of the very page or file that shows this item',
    soft404: () =>
      'the page says that there is nothing: put the content back, or answer with the right address',
    notFound: () =>
      'the server says that there is no such page: check the spelling of the link, or put the page back',
    botWall: () =>
      'open it in a browser to see whether the public can; have the webmaster let the checker reach it (bot protection, robots.txt)',
    loginWall: () => 'put the information where it opens without a log-in, or let everybody read it',
    wrongType: () =>
      'open the file on your own machine, then publish one that opens, has no password and is what its ending says',
    serverError: () => 'tell the webmaster that this page fails, and check again when it is mended',
    tls: () =>
      'have the webmaster renew the HTTPS certificate, or make it agree with the name of the website',
    dns: () => 'check the host name in the link, and whether the domain has expired',
    refused: () => 'have the webmaster see that the server runs and takes connections from outside',
    timeout: () => 'the server or the file is too slow: have the webmaster look, or make the file smaller',
    loop: () =>
      'the link leads in a circle: have the webmaster mend the redirects, and answer with the last address',
    tooLarge: () => 'make the file smaller, or split it',
    notPublic: () =>
      'answer with an address that the public can open on the internet, not one inside the agency',
    unknownKind: () =>
      'this kind of file cannot be read by the checker: look at it yourself, or publish PDF, DOCX, XLSX or a page',
    needsScripts: () =>
      'the page shows nothing without scripts: look at it yourself; better to have the content in the page',
    noText: () =>
      'the document is a picture, and no words can be found in it: look at it yourself; better to publish text',
    byEye: () => 'the words cannot be read by the checker: look at it yourself',
    mainSite: ({ site }: Values) =>
      `publish it on the main website (${site}) and answer with its address there`,
    yearMissing: ({ year }: Values) => `name the year B.E. ${year} in the title or the text`,
    yearOther: ({ year }: Values) =>
      `the document is of another year: use what belongs to the year B.E. ${year}`,
    words: ({ words }: Values) => `add this element so that it is plain to see, in words such as ${words}`,
    moneyColumn: ({ columns, none }: Values) =>
      `no column of money was found with a heading such as ${columns}: show amounts in figures, or “${none}”`,
    moneyCell: ({ heading, none, count }: Values) =>
      `“${heading}” holds something other than an amount in ${count} place(s): write the amount in figures, or just “${none}”`,
    moneyBlank: ({ heading, none, count }: Values) =>
      `“${heading}” is blank in ${count} place(s): write the amount in figures, or “${none}”`,
    blank: ({ heading, count }: Values) => `“${heading}” is blank in ${count} place(s): fill it in`,
    blankNotNone: ({ heading, none, count }: Values) =>
      `“${heading}” is blank in ${count} place(s): fill it in, or write “${none}”`,
    homeUnread: () =>
      'the home page of the main website could not be read: see whether it leads to the social networks of the agency',
    socialMissing: () =>
      'put a link to a social network of the agency, such as Facebook, on the home page of the main website (share buttons do not count)',
    socialPersonal: () =>
      'this account looks like a person’s own: link to a page or account in the name of the agency',
    mainSiteLink: ({ site }: Values) => `answer with a link of the main website ${site}`.trimEnd(),
    homePageLink: ({ site }: Values) => `answer with the home page of the main website, ${site}`,
    formats: ({ least }: Values) =>
      `publish it in at least ${least} formats, such as PDF and XLSX, and answer with every file`,
    changed: () =>
      'the words differ from those submitted: compare with the snapshot, and put back what was removed',
  },
  command: {
    finalUrl: ({ url }: Values) => `leads to: ${url}`,
    quote: ({ quote }: Values) => `words: ${quote}`,
    fix: ({ fix }: Values) => `fix: ${fix}`,
    summary: ({ links, fails, warns }: Values) =>
      `${links} link(s) checked, ${fails} failed finding(s), ${warns} to look at`,
  },
}

export const checkerProblems = {
  'check.notAddress': ({ url }: Values) =>
    `"${url}" is no web address: it must begin with http:// or https://`,
  'check.notSite': ({ site }: Values) =>
    `"${site}" is no main website: give it as in https://www.example.go.th`,
}
