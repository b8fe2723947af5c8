import type { HttpContext } from '@adonisjs/core/http'

/** Where the form stood: the page that sent it, with its filters, when it is one of ours; the home page otherwise. */
export function backPath({ request }: Pick<HttpContext, 'request'>): string {
  const referrer = request.header('referer') ?? ''
  if (!URL.canParse(referrer)) return '/'
  const { protocol, host, pathname, search } = new URL(referrer)
  const ours = /^https?:$/.test(protocol) && host === request.host()
  // A path of two slashes would name another site.
  return ours && !pathname.startsWith('//') ? pathname + search : '/'
}

/** Leads back there. */
export function goBack(ctx: Pick<HttpContext, 'request' | 'response'>) {
  return ctx.response.redirect().status(303).toPath(backPath(ctx))
}
