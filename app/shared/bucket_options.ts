/** Where the archive is when it is not on the disk: a bucket of AWS, or of whoever speaks like it. */
export interface BucketPlace {
  bucket: string
  region: string
  key: string
  secret: string
  /** Address of the service when it is not AWS: `https://s3.fr-par.scw.cloud`. */
  endpoint?: string
}

/** How Drive is told. */
export function bucketOptions({ bucket, region, key, secret, endpoint }: BucketPlace) {
  return {
    bucket,
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    visibility: 'private' as const,
    // A bucket whose ACLs are off, as AWS makes them, refuses whoever names one.
    supportsACL: false,
    // Not every service knows the checksums that the client adds of itself; we compare SHA-256 anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED' as const,
    responseChecksumValidation: 'WHEN_REQUIRED' as const,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  }
}
