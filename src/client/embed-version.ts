// The version of the script that other sites load. What once stood under a version stands there for ever.
export const embedVersion = '1.0.0'
