import type { HttpContext } from '@adonisjs/core/http'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Says that the answer is a file of this type to keep under this name; gives the answer, to be sent. */
export function attachment(
  { response }: Pick<HttpContext, 'response'>,
  name: string,
  type: string
): HttpContext['response'] {
  response.header('content-type', type)
  response.header('content-disposition', disposition(name))
  return response
}

/** A name with accents is said twice (RFC 6266): a plain one for old readers, the true one beside it. */
function disposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w .()-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
}
