import { defineConfig } from '@adonisjs/shield'

/** For pages: a form that this session did not get is not taken. */
const shieldConfig = defineConfig({
  csrf: { enabled: true, methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  csp: { enabled: false },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})

export default shieldConfig

/** For every answer: nothing but our own files runs, styles or frames a page; no `unsafe-*`. */
export const answerGuards = {
  csp: {
    enabled: true,
    directives: {
      defaultSrc: [`'self'`],
      scriptSrc: [`'self'`],
      styleSrc: [`'self'`],
      imgSrc: [`'self'`, 'data:'],
      fontSrc: [`'self'`],
      connectSrc: [`'self'`],
      objectSrc: [`'none'`],
      baseUri: [`'self'`],
      formAction: [`'self'`],
      frameAncestors: [`'none'`],
    },
    reportOnly: false,
  },
  xFrame: { enabled: true, action: 'DENY' as const },
  hsts: { enabled: true, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
}
