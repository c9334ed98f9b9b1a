type Answer = { errors?: { message: string }[]; id?: string }

/**
 * Sends a file as the body of a request. `fetch` cannot tell how far an upload is.
 *
 * @param onProgress told how much is sent, in percent
 */
export function uploadFile(
  url: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<{ id: string } | { message: null | string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.round((loaded / Math.max(1, total)) * 100))
    request.onerror = () => resolve({ message: null })
    request.onload = () => {
      const { errors, id } = (request.response ?? {}) as Answer
      resolve(id ? { id } : { message: errors?.[0]?.message ?? null })
    }
    request.send(file)
  })
}
