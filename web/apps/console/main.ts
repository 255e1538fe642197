// The dev server serves only what lies under an app's own folder by path.
import '../../src/console/main.ts';
