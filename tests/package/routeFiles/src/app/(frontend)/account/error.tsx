'use client'

export { ErrorPage as default } from 'payload-license-manager/error'
