import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { BucketPlace } from '#app/shared/bucket_options'

/** What an object store does for us, in memory: objects, pages of two names, and signatures that are checked. */
export interface Bucket {
  place: BucketPlace & { endpoint: string }
  objects: Map<string, Buffer>
  /** Requests whose signature was wrong. */
  refused: string[]
  close: () => void
}

const NAMES_A_PAGE = 2
const SECRET = 'un secret fictif'

export async function openBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const said = `${request.method} ${request.url}`
      if (isSigned(request, body)) return answer(request, response, body)
      refused.push(said)
      return end(response, 403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    })
  })

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const { pathname, searchParams } = new URL(request.url!, 'http://bucket')
    const key = decodeURIComponent(pathname.replace(/^\/archive\/?/, ''))
    const found = objects.get(key)
    if (key === '') return end(response, 200, listed(searchParams.get('continuation-token') ?? ''))
    if (request.method === 'PUT') {
      const source = request.headers['x-amz-copy-source']
      const copied = source && decodeURIComponent(String(source).replace(/^\/?archive\//, ''))
      objects.set(key, copied ? objects.get(copied)! : body)
      return end(response, 200, copied ? '<CopyObjectResult></CopyObjectResult>' : '')
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return end(response, 204, '')
    }
    if (!found) return end(response, 404, '<Error><Code>NoSuchKey</Code></Error>')
    response.writeHead(200, {
      'content-length': found.length,
      'last-modified': new Date(0).toUTCString(),
    })
    response.end(request.method === 'HEAD' ? undefined : found)
  }

  function listed(after: string): string {
    const names = [...objects.keys()].toSorted().filter((name) => name > after)
    const page = names.slice(0, NAMES_A_PAGE)
    const more = names.length > page.length
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>
      ${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}
      ${page.map((name) => `<Contents><Key>${name}</Key><Size>${objects.get(name)!.length}</Size><LastModified>1970-01-01T00:00:00Z</LastModified></Contents>`).join('')}
      </ListBucketResult>`
  }

  server.listen(0, 'localhost')
  await once(server, 'listening')
  const endpoint = `http://localhost:${(server.address() as AddressInfo).port}`
  const place = { bucket: 'archive', region: 'fr-par', key: 'CLE', secret: SECRET, endpoint }
  return {
    place,
    objects,
    refused,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(text)
}

/** Whether the request is signed with the secret of the bucket (AWS Signature Version 4), body included when it is told. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const parts =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      headers.authorization ?? ''
    )
  if (!parts) return false
  const [, , date, region, names, signature] = parts
  const told = String(headers['x-amz-content-sha256'])
  if (/^\w{64}$/.test(told) && told !== sha256(body)) return false
  const { pathname, search } = new URL(url!, 'http://bucket')
  const canonical = [
    method,
    pathname,
    search.slice(1).split('&').toSorted().join('&'),
    ...names!.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    told,
  ].join('\n')
  const scope = `${date}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = [date!, region!, 's3', 'aws4_request'].reduce<Buffer | string>(
    (former, part) => hmac(former, part),
    `AWS4${SECRET}`
  )
  return hmac(key, text).toString('hex') === signature
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
