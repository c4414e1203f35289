using Microsoft.Win32.SafeHandles;
using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

internal sealed class DatasetHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() => LGBM_DatasetFree(handle) == 0;
}

internal sealed class BoosterHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() => LGBM_BoosterFree(handle) == 0;
}
