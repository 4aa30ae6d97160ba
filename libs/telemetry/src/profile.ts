/** Loaded when it is wanted: the profiler costs 10 MB. */
const loadProfiler = () => import('@datadog/pprof');

/** A CPU profile of this process over so many seconds, as gzipped pprof. */
export const cpuProfile = async (seconds: number): Promise<Buffer> => {
  const { encode, time } = await loadProfiler();
  return encode(await time.profile({ durationMillis: seconds * 1000 }));
};

/** Sends profiles to Pyroscope for as long as the process lives, when an address is given. */
export const startContinuousProfile = (environment: NodeJS.ProcessEnv): void => {
  const serverAddress = environment.PYROSCOPE_URL;
  if (!serverAddress) return;
  void import('@pyroscope/nodejs').then(({ default: pyroscope }) => {
    pyroscope.init({
      serverAddress,
      appName: environment.OTEL_SERVICE_NAME ?? 'unknown_service',
      tags: {
        version: environment.SERVICE_VERSION ?? '0.0.0',
        environment: environment.DEPLOYMENT_ENVIRONMENT ?? 'development',
      },
    });
    pyroscope.start();
  });
};
